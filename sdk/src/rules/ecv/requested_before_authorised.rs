//! An economic verification MUST NOT be asked for before the family has authorised it.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-003",
    slug: "requested-before-authorised",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ECV-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "家庭签署之前就提请核对",
        message: "提请核对的日期早于家庭签署的日期。",
        why: "家庭还没答应就去查，不合规矩。",
        help: "请核对两个日期。",
    },
    en: Words {
        title: "Requested before it was authorised",
        message: "The verification was asked for before the family signed.",
        why: "Nobody may look before the family agrees.",
        help: "Compare both days.",
    },
    check: Check::EconomicVerification(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::Patch(r#"[{"op": "replace", "path": "/requestedOn", "value": "2026-03-01"}]"#),
            expect: Expect::Fail("/requestedOn"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let signed = report.authorisation.as_ref().and_then(|by| by.signed_on.as_ref());
    calendar::in_order(sink, signed, report.requested_on.as_ref(), || pointer!["requestedOn"]);
}
