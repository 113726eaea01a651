//! A request for more SHOULD say until when it is to be met.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-020",
    slug: "request-without-deadline",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "补充通知没有写期限",
        message: "补充材料通知没有写什么时候之前补齐。",
        why: "没有期限，家庭不知道急不急，案件也容易搁下。",
        help: "请写明期限；给家庭留足办证明的时间。",
    },
    en: Words {
        title: "A request without a deadline",
        message: "The request for more does not say until when.",
        why: "Without it a family does not know how urgent it is, and the case lies.",
        help: "Give a deadline that leaves time to get the papers.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/supplementRequests/0/dueOn"}]"#),
            expect: Expect::Fail("/supplementRequests/0"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in decision.supplement_requests.iter().enumerate() {
        sink.seen();
        if request.due_on.is_none() {
            sink.fail(pointer!["supplementRequests", index]);
        }
    }
}
