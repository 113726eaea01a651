//! The issuing unit's code is that of the hospital, on the receipt itself and in the application.

use crate::{
    code::lists::{Ask, HospitalIdentifierSystem, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::OrganisationCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-047",
    slug: "issuer-code-not-the-hospitals",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-042"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "开票单位代码与医院代码不同",
        message: "开票单位代码，和这家医院的统一社会信用代码不同。",
        why: "同一家医院只有一个代码，不同说明医院或代码有一处写错。",
        help: "请核对票据上的开票单位代码，和申请中该医院的代码。",
    },
    en: Words {
        title: "The issuer's code is not that of the hospital",
        message: "The issuer's code and the hospital's unified social credit code differ.",
        why: "A hospital has one code; one of the two is wrong.",
        help: "Compare the code on the bill with that of the hospital in the application.",
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
                r#"[{"op": "replace", "path": "/issuer/code", "value": "121100005000000072"}]"#,
            ),
            expect: Expect::Fail("/issuer/code"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(issuer) = &receipt.issuer else { return };
    let Some(code) = issuer.code.as_ref().filter(|code| code.as_str().parse::<OrganisationCode>().is_ok())
    else {
        return;
    };
    let known = case.application().and_then(|application| application.value.treatment.as_ref());
    let hospitals =
        known.into_iter().flat_map(|treatment| treatment.hospital.iter().chain(&treatment.other_hospitals));
    let named = hospitals
        .filter(|hospital| issuer.name.as_ref().is_some_and(|name| name.as_str() == hospital.name.as_str()))
        .flat_map(|hospital| hospital.identifiers.iter());
    let mut codes = issuer
        .identifiers
        .iter()
        .chain(named)
        .filter(|identifier| identifier.system == HospitalIdentifierSystem::Uscc)
        // A code that is wrong in itself is said where it stands.
        .filter(|identifier| {
            identifier.value.as_str().parse::<OrganisationCode>().is_ok_and(|code| code.inner_check_agrees())
        });
    let Some(first) = codes.next() else { return };
    sink.seen();
    if std::iter::once(first).chain(codes).any(|identifier| identifier.value.as_str() != code.as_str()) {
        sink.fail(pointer!["issuer", "code"]);
    }
}
