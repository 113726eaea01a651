//! A public notice SHOULD be taken down when its period is over.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-041",
    slug: "notice-still-up",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-041"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "公示期满没有撤下",
        message: "公示期已满，没有写撤下的日期。",
        why: "期满后继续挂着，孩子的信息会一直留在网上。",
        help: "请撤下公示并填写日期。",
    },
    en: Words {
        title: "The notice is still up",
        message: "The notice is over, and no day is given on which it was taken down.",
        why: "Left up, it keeps the child's information on the web.",
        help: "Take it down and give the day.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(r#"[{"op": "remove", "path": "/publicNotice/takenDownOn"}]"#),
            expect: Expect::Fail("/publicNotice"),
        },
    ],
};

fn check(decision: &Decision<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(notice) = &decision.public_notice else { return };
    let Some(ends) = calendar::day(notice.ends_on.as_ref()) else { return };
    sink.seen();
    if ends < case.as_of && notice.taken_down_on.is_none() {
        sink.fail(pointer!["publicNotice"]);
    }
}
