//! An application should say when the child was born.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-023",
    slug: "child-birth-date-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-CHD-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有填孩子的出生日期",
        message: "申请里没有孩子的出生日期。",
        why: "多数救助项目按年龄受理，没有出生日期就不知道能申请哪些。",
        help: "请按户口簿或出生医学证明填写；捡拾儿童可填公安机关认定的日期。",
    },
    en: Words {
        title: "The child's birth date is not given yet",
        message: "The application does not say when the child was born.",
        why: "Most programmes take children up to an age; without the date nobody can tell which.",
        help: "Take it from the household register or the birth certificate; for a found child, the date that the police have settled.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/child/birthDate"}]"#),
            expect: Expect::Fail("/child"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if application.child.birth_date.is_none() {
        sink.fail(pointer!["child"]);
    }
}
