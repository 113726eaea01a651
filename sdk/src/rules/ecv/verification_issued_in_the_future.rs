//! An economic verification MUST NOT be issued after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-007",
    slug: "verification-issued-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ECV-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs],
    zh: Words {
        title: "核对报告的出具日期在今天之后",
        message: "出具报告的日期还没有到。",
        why: "还没出具的报告不能用。",
        help: "请对照报告原件核对日期。",
    },
    en: Words {
        title: "Issued in the future",
        message: "The day of the report has not come yet.",
        why: "A report that does not exist yet cannot be used.",
        help: "Compare with the report itself.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/issuedOn", "value": "2026-10-02"}]"#),
            expect: Expect::Fail("/issuedOn"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::not_yet(sink, report.issued_on.as_ref(), case.as_of, || pointer!["issuedOn"]);
}
