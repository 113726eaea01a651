//! 交款人 is the patient; a newborn's guardian is another rule's matter.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::masked::{Agreement, name_agrees},
};

use super::person::{Whose, whose_name};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-048",
    slug: "payer-is-not-the-patient",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-043"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "交款人不是患者本人",
        message: "交款人姓名和患者姓名不一致。",
        why: "按填写规则，交款人写患者；不一致时要确认这张票据确实是孩子的费用。",
        help: "请对照票据核对姓名；确实写了别人的，请说明原因或请医院更正。",
    },
    en: Words {
        title: "The payer is not the patient",
        message: "The payer's name is not the patient's.",
        why: "By the filling rules the payer is the patient; otherwise it must be clear that the bill is the child's.",
        help: "Compare the names with the bill; if somebody else is printed, say why or ask the hospital to correct it.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/payer/name", "value": "王小石"}]"#),
            expect: Expect::Fail("/payer/name"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(payer) = receipt.payer.as_ref().filter(|payer| payer.is_organisation != Some(true)) else {
        return;
    };
    let patient = receipt.patient.as_ref().and_then(|patient| patient.name.as_ref());
    let Some((payer, patient)) = payer.name.as_ref().zip(patient) else { return };
    let (payer, patient) = (payer.as_str(), patient.as_str());
    sink.seen();
    let differs = |one, other| name_agrees(one, other) == Agreement::Differs;
    // A newborn is billed as 某某之子, with the mother as payer.
    let newborn = patient.split_once('之').is_some_and(|(parent, _)| !differs(payer, parent));
    if differs(payer, patient) && differs(patient, payer) && !newborn {
        let whose = case.application().map(|application| whose_name(payer, &application.value));
        // The child under another name, or a guardian: those are said by other rules.
        if !matches!(whose, Some(Whose::Child | Whose::Guardian)) {
            sink.fail(pointer!["payer", "name"]);
        }
    }
}
