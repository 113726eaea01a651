//! An economic verification MUST name the family's authorisation.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-001",
    slug: "looked-at-without-authorisation",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ECV-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Family],
    zh: Words {
        title: "核对没有家庭授权",
        message: "报告没有写明家庭授权核对的凭据。",
        why: "查家里的收入和财产，要家庭先同意。",
        help: "请填写授权同意书或签署的书面凭证。",
    },
    en: Words {
        title: "Looked at without authorisation",
        message: "The report names nothing by which the family allowed it.",
        why: "To look into a family's means takes its agreement first.",
        help: "Name the consent or the signed paper.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/authorisation"}]"#),
            expect: Expect::Fail("/requester"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let shown =
        report.authorisation.as_ref().is_some_and(|by| by.consent_id.is_some() || by.document_id.is_some());
    if !shown {
        sink.fail(pointer!["requester"]);
    }
}
