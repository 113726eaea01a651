//! A layer of the settlement has its field among the amounts.

use crate::{
    code::lists::{Ask, SettlementLayer, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-012",
    slug: "layer-differs-from-settlement-amount",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer, Ask::Charity],
    zh: Words {
        title: "支付层次与结算金额不同",
        message: "这一层的金额，和结算金额中对应的一项不同。",
        why: "两处说的是同一笔钱，不同说明有一处抄错。",
        help: "请对照医保结算单核对这一项。",
    },
    en: Words {
        title: "A payer's share is not the settlement's amount",
        message: "This share differs from the amount that the settlement states for it.",
        why: "Both are the same money; one is miscopied.",
        help: "Compare it with the settlement list.",
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
                r#"[{"op": "replace", "path": "/settlement/layers", "value": [{"payer": "basic-insurance", "layer": "pooled-fund", "amount": "46804.00"}]}]"#,
            ),
            expect: Expect::Fail("/settlement/layers/0/amount"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(settlement) = &receipt.settlement else { return };
    let Some(amounts) = &settlement.amounts else { return };
    for (index, layer) in settlement.layers.iter().enumerate() {
        let stated = match layer.layer {
            Some(SettlementLayer::PooledFund) => &amounts.pooled_fund,
            Some(SettlementLayer::CivilServant) => &amounts.civil_servant_aid,
            Some(SettlementLayer::EnterpriseSupplement) => &amounts.enterprise_supplement,
            Some(SettlementLayer::Catastrophic) => &amounts.resident_critical_illness,
            Some(SettlementLayer::LargeAmount) => &amounts.employee_large_amount,
            Some(SettlementLayer::DisabledMilitary) => &amounts.disability_fund,
            Some(SettlementLayer::MedicalAid) => &amounts.medical_aid,
            Some(SettlementLayer::OtherFund) => &amounts.other_funds,
            Some(SettlementLayer::HospitalBorne) => &amounts.hospital_borne,
            Some(SettlementLayer::PersonalAccount) => &amounts.personal_account,
            Some(SettlementLayer::FamilyAccount) => &amounts.family_account,
            Some(SettlementLayer::PersonalCash) => &amounts.personal_cash,
            Some(SettlementLayer::Huimin | SettlementLayer::Commercial | SettlementLayer::MutualFund)
            | None => {
                continue;
            }
        };
        let Some((stated, share)) = money(stated.as_ref()).zip(money(Some(&layer.amount))) else { continue };
        sink.seen();
        if stated != share {
            sink.fail(pointer!["settlement", "layers", index, "amount"]);
        }
    }
}
