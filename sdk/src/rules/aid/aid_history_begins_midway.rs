//! The history of an aid record SHOULD begin with the promise, the payment or the hand-over.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-003",
    slug: "aid-history-begins-midway",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "状态历史没有从头记起",
        message: "状态历史是从返还或取消开始的。",
        why: "没有承诺和支付的记录，看不出返还的是哪一笔。",
        help: "请补上承诺或支付的记录。",
    },
    en: Words {
        title: "The history does not begin at the beginning",
        message: "The history begins with a return or a cancellation.",
        why: "Without the promise or payment nobody knows what came back.",
        help: "Add the promise or the payment.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "group-aid",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/history", "value": [{"status": "cancelled", "happenedOn": "2026-01-20", "reason": "活动取消"}]}, {"op": "replace", "path": "/status", "value": "cancelled"}]"#,
            ),
            expect: Expect::Fail("/history/0/status"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::begin(sink, aid.history.first().map(|event| event.status), || pointer!["history", 0, "status"]);
}
