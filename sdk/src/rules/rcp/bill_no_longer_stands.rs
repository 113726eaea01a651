//! The latest verification says that the bill was cancelled or voided.

use crate::{
    bill::{self, latest_verification},
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-069",
    slug: "bill-no-longer-stands",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-063"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "票据已被冲红或作废",
        message: "最近一次查验显示，这张票据已经冲红或作废。",
        why: "冲红、作废的票据不再有效，不能用来申请救助。",
        help: "请问医院是否重开了票据，用重开的票据替换。",
    },
    en: Words {
        title: "The bill was cancelled or voided",
        message: "The latest verification says that this bill was cancelled or voided.",
        why: "Such a bill no longer stands and no aid can be asked on it.",
        help: "Ask the hospital whether it issued the bill anew, and use that one.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/verifications/0/reversed", "value": true}, {"op": "replace", "path": "/verifications/0/result", "value": "reversed"}]"#,
            ),
            expect: Expect::Fail("/verifications/0"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some((index, verification)) = latest_verification(receipt) else { return };
    sink.seen();
    if bill::is_void(verification) {
        sink.fail(pointer!["verifications", index]);
    }
}
