//! insutype and 医保类型 are of one insurance.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-016",
    slug: "settlement-insurance-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer, Ask::Family],
    zh: Words {
        title: "结算险种与票面医保类型不同",
        message: "结算的险种，和票面的医保类型不同。",
        why: "险种决定大病保险和医疗救助怎么算。",
        help: "请对照结算单和票据核对医保类型。",
    },
    en: Words {
        title: "The settlement is of another insurance",
        message: "The kind of insurance in the settlement is not that of the receipt.",
        why: "It decides how critical-illness insurance and medical aid apply.",
        help: "Compare both with the settlement list and the bill.",
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
                r#"[{"op": "replace", "path": "/settlement/insuranceType", "value": "employee-basic"}, {"op": "remove", "path": "/settlement/platformInsuranceCode"}]"#,
            ),
            expect: Expect::Fail("/settlement/insuranceType"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let settled = receipt.settlement.as_ref().and_then(|settlement| settlement.insurance_type);
    let printed = receipt.insurance.as_ref().and_then(|insurance| insurance.kind);
    let Some((settled, printed)) = settled.zip(printed) else { return };
    sink.seen();
    if settled != printed {
        sink.fail(pointer!["settlement", "insuranceType"]);
    }
}
