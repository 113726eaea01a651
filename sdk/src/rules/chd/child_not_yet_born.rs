//! The child must have been born when the application was made.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::today,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-024",
    slug: "child-not-yet-born",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CHD-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的出生日期在申请日期之后",
        message: "按填写的日期，孩子在申请那天还没有出生。",
        why: "年龄决定能申请哪些救助，日期错了会全部算错。",
        help: "请对照户口簿或出生医学证明核对年份和月份。",
    },
    en: Words {
        title: "The child's birth date lies after the application",
        message: "By the date given, the child was not born on the day of the application.",
        why: "The age decides which aid can be asked for; with a wrong date all of it is wrong.",
        help: "Compare year and month with the household register or the birth certificate.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/child/birthDate", "value": "2026-09-30"}]"#),
            expect: Expect::Fail("/child/birthDate"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(birth) = identifier::child_birth(application).filter(|_| application.child.birth_date.is_some())
    else {
        return;
    };
    sink.seen();
    if birth > today(application, case) {
        sink.fail(pointer!["child", "birthDate"]);
    }
}
