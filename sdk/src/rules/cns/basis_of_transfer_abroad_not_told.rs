//! Where information goes abroad, its legal ground should be told.

use crate::{
    code::lists::{Ask, CrossBorderBasis, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-033",
    slug: "basis-of-transfer-abroad-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-033"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "信息要出境，没有写出境依据",
        message: "没有写明出境依据，或写了“不出境”。",
        why: "向境外提供信息，要经过安全评估、保护认证或者订立标准合同。",
        help: "请接收机构说明采用哪一种方式，并填写编号。",
    },
    en: Words {
        title: "The ground of the transfer abroad is not told",
        message: "The ground of the transfer is missing, or says that nothing goes abroad.",
        why: "Giving information abroad takes an assessment, a certification or a standard contract.",
        help: "Ask the recipient which of them it has and give its number.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/crossBorder", "value": true}, {"op": "add", "path": "/separateConsents", "value": {"sensitiveInformation": true, "givingToRecipient": true, "crossBorder": true}}, {"op": "add", "path": "/recipient/foreign", "value": {"name": "Test Relief", "country": "840", "basis": "standard-contract"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/crossBorder", "value": true}, {"op": "add", "path": "/separateConsents", "value": {"sensitiveInformation": true, "givingToRecipient": true, "crossBorder": true}}, {"op": "add", "path": "/recipient/foreign", "value": {"name": "Test Relief", "country": "840"}}]"#,
            ),
            expect: Expect::Fail("/recipient/foreign"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(foreign) = consent.recipient.foreign.as_ref().filter(|_| terms::goes_abroad(consent)) else {
        return;
    };
    sink.seen();
    if matches!(foreign.basis, None | Some(CrossBorderBasis::None)) {
        sink.fail(pointer!["recipient", "foreign"]);
    }
}
