//! A capability must not end before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::capability::Capability,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-006",
    slug: "capability-ends-before-it-begins",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CAP-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "还没生效就已到期",
        message: "到期日期早于发布或颁发日期。",
        why: "这样的说明或证书没有一天有效。",
        help: "请核对两个日期，看是不是写反了。",
    },
    en: Words {
        title: "It ends before it begins",
        message: "The last day is before the day of issue.",
        why: "It does not hold on any day.",
        help: "Compare the two days; they may be swapped.",
    },
    check: Check::Capability(check),
    examples: &[
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(r#"[{"op": "add", "path": "/validUntil", "value": "2045-12-31"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/issuedOn", "value": "2027-01-01"}, {"op": "add", "path": "/validUntil", "value": "2026-12-31"}]"#,
            ),
            expect: Expect::Fail("/validUntil"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::in_order(sink, Some(&capability.issued_on), capability.valid_until.as_ref(), || {
        pointer!["validUntil"]
    });
    for (index, certificate) in capability.certificates.iter().enumerate() {
        calendar::in_order(sink, Some(&certificate.issued_on), Some(&certificate.valid_until), || {
            pointer!["certificates", index, "validUntil"]
        });
    }
}
