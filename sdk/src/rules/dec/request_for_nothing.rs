//! A request for more SHOULD list what is asked for.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-019",
    slug: "request-for-nothing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "补充通知没有写要补什么",
        message: "补充材料通知没有列出要补的内容。",
        why: "家庭不知道缺什么，只能来回跑。",
        help: "请逐项写明缺什么、找谁补。",
    },
    en: Words {
        title: "A request for nothing",
        message: "The request for more does not say what is missing.",
        why: "A family that is not told runs to and fro.",
        help: "List what is missing, and whom to ask for it.",
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
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/supplementRequests/0/items", "value": []}]"#,
            ),
            expect: Expect::Fail("/supplementRequests/0"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in decision.supplement_requests.iter().enumerate() {
        sink.seen();
        if request.items.is_empty() {
            sink.fail(pointer!["supplementRequests", index]);
        }
    }
}
