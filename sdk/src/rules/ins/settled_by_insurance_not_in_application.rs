//! The basic insurance of a receipt is among the coverage of the application.

use crate::{
    code::lists::{Ask, InsuranceLayer, InsuranceType, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-022",
    slug: "settled-by-insurance-not-in-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "票据险种不在申请的参保情况里",
        message: "票据的医保类型，和申请中写的基本医保险种都不同。",
        why: "参保情况决定还有哪些保障可以先用。",
        help: "请核对申请的参保情况，和票据上的医保类型。",
    },
    en: Words {
        title: "The receipt's insurance is not in the application",
        message: "The receipt's kind of insurance is none of the basic insurances in the application.",
        why: "The coverage tells which other help comes first.",
        help: "Compare the coverage in the application with the receipt.",
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
                r#"[{"op": "replace", "path": "/insurance", "value": {"printedType": "职工医保", "kind": "employee-basic", "platformCode": "310"}}]"#,
            ),
            expect: Expect::Fail("/insurance/kind"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(kind) = receipt.insurance.as_ref().and_then(|insurance| insurance.kind) else { return };
    let Some(application) = case.application() else { return };
    let coverage = application.value.coverage.iter();
    let mut types =
        coverage.filter(|one| one.layer == InsuranceLayer::Basic).filter_map(|one| one.r#type).peekable();
    if types.peek().is_none() || kind == InsuranceType::None {
        return;
    }
    sink.seen();
    if !types.any(|stated| stated == kind) {
        sink.fail(pointer!["insurance", "kind"]);
    }
}
