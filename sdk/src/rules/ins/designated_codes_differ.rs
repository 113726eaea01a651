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
        title: "同一张单据上，医院的医保编码前后不同",
        message: "这里的定点医疗机构编码，和这张单据别处填的不是同一个。",
        why: "一个编码只对应一家医院；前后不同，就说不清是在哪家医院结算的。",
        help: "请看单据上印的是哪个编码，改成同一个；单据本身就印得不同的，请问医院的医保办公室。",
    },
    en: Words {
        title: "One paper gives two insurance codes of the hospital",
        message: "The code of the designated hospital here is not the one that stands elsewhere on this paper.",
        why: "A code is that of one hospital; with two of them it is unclear where the settlement was made.",
        help: "See which code the paper prints and write the same one everywhere; if the paper itself prints two, ask the hospital's insurance office.",
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
