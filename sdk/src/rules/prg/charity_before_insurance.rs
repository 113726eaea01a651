//! Insurance and medical aid should pay before charities.

use crate::{
    code::lists::{Ask, PayerKind, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-036",
    slug: "charity-before-insurance",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-036"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "慈善组织排在医保之前",
        message: "支付顺序里，慈善组织排在基本医保、大病保险或医疗救助前面。",
        why: "先由慈善组织付，医保该付的就付不上了，能帮的孩子会变少。",
        help: "请核对顺序：一般是基本医保、大病保险、医疗救助、补充保险，然后才是慈善组织。",
    },
    en: Words {
        title: "A charity pays before the insurance",
        message: "In the order of payers a charity stands before basic insurance, catastrophic insurance or medical aid.",
        why: "What the charity pays first the insurance no longer pays, and fewer children can be helped.",
        help: "Check the order: as a rule basic insurance, catastrophic insurance, medical aid, supplementary insurance, then charities.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/payerOrder", "value": ["basic-insurance", "charity", "catastrophic-insurance"]}]"#,
            ),
            expect: Expect::Fail("/payerOrder/1"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(charity) = programme.payer_order.iter().position(|payer| *payer == PayerKind::Charity) else {
        return;
    };
    sink.seen();
    let public = |payer: &PayerKind| {
        matches!(payer, PayerKind::BasicInsurance | PayerKind::CatastrophicInsurance | PayerKind::MedicalAid)
    };
    if programme.payer_order.iter().skip(charity).any(public) {
        sink.fail(pointer!["payerOrder", charity]);
    }
}
