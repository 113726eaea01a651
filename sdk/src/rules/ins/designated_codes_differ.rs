//! medinsFixCode stands with the insurance, the settlement and the issuer.

use crate::{
    code::lists::{Ask, HospitalIdentifierSystem, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    shape::Shaped,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-020",
    slug: "designated-codes-differ",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Charity],
    zh: Words {
        title: "定点医疗机构编码前后不一",
        message: "这个定点医疗机构编码，和同一单据其他地方写的不同。",
        why: "编码对应一家医院，不一致就不知道是在哪家医院结算的。",
        help: "请对照单据核对各处的编码。",
    },
    en: Words {
        title: "The designated hospital's codes differ",
        message: "This code of the designated hospital differs from another one on the same paper.",
        why: "Each code is one hospital, so it is unclear where the settlement was made.",
        help: "Compare the codes with the paper.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/settlement/hospitalCode", "value": "H11010200001"}]"#,
            ),
            expect: Expect::Fail("/settlement/hospitalCode"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let issuer = receipt.issuer.iter().flat_map(|issuer| issuer.identifiers.iter());
    let issuer = issuer
        .filter(|identifier| identifier.system == HospitalIdentifierSystem::InsuranceDesignated)
        .map(|identifier| identifier.value.as_str())
        .next();
    let insurance =
        receipt.insurance.as_ref().and_then(|insurance| insurance.designated_institution_code.as_ref());
    let settlement = receipt.settlement.as_ref().and_then(|settlement| settlement.hospital_code.as_ref());
    let (insurance, settlement) = (insurance.map(Shaped::as_str), settlement.map(Shaped::as_str));
    for (code, others, place) in [
        (insurance, [issuer, None], ["insurance", "designatedInstitutionCode"]),
        (settlement, [issuer, insurance], ["settlement", "hospitalCode"]),
    ] {
        let Some(code) = code else { continue };
        let mut others = others.into_iter().flatten().peekable();
        if others.peek().is_none() {
            continue;
        }
        sink.seen();
        if others.all(|other| other != code) {
            let [object, member] = place;
            sink.fail(pointer![object, member]);
        }
    }
}
