//! Printed reality is free text: 职工在职, 国家医保, 住院社保卡.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-019",
    slug: "printed-insurance-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-INS-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "还没有抄票面的医保类型原文",
        message: "写了医保类型，但还没有抄票面的原文。",
        why: "各地印法不同，保留原文别人才能核对归类是否正确。",
        help: "请把票面“医保类型”栏的文字原样抄上。",
    },
    en: Words {
        title: "The insurance as printed is not copied yet",
        message: "A kind of insurance is chosen, but the printed words have not been copied yet.",
        why: "Places print it differently; only the words let others see whether the kind is right.",
        help: "Copy the kind of insurance as it is printed.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/insurance/printedType"}]"#),
            expect: Expect::Fail("/insurance"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(insurance) = &receipt.insurance else { return };
    if insurance.kind.is_none() {
        return;
    }
    sink.seen();
    if insurance.printed_type.is_none() {
        sink.fail(pointer!["insurance"]);
    }
}
