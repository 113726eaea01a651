//! A bill is verified after it was issued.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::Instant,
};

use super::dates;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-072",
    slug: "verified-before-issue",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-066"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "查验时间早于开票日期",
        message: "查验时间在开票日期之前。",
        why: "票据还没开出来不可能查验，日期有一处写错。",
        help: "请核对开票日期和查验时间。",
    },
    en: Words {
        title: "Verified before it was issued",
        message: "The verification lies before the date of issue.",
        why: "No bill can be verified before it exists; one of the dates is wrong.",
        help: "Compare the date of issue and the time of the verification.",
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
                r#"[{"op": "replace", "path": "/verifications/0/at", "value": "2026-02-17T03:20:00Z"}]"#,
            ),
            expect: Expect::Fail("/verifications/0/at"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(issued) = dates::issued(receipt, case) else { return };
    for (index, verification) in receipt.verifications.iter().enumerate() {
        let Ok(at) = verification.at.as_str().parse::<Instant>() else { continue };
        sink.seen();
        if at.china_date() < issued {
            sink.fail(pointer!["verifications", index, "at"]);
        }
    }
}
