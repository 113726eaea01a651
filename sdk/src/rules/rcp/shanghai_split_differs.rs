//! 自付 = 分类自负 + 自负 on bills of Shanghai.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words,
        amount::{make_up, money},
    },
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-028",
    slug: "shanghai-split-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Insurer],
    zh: Words {
        title: "上海票据自付与自负对不上",
        message: "分类自负加自负，不等于个人自付。",
        why: "上海票据通常能对上；对不上时可能漏抄了一项。",
        help: "请对照票据“其他信息”栏核对这三项。",
    },
    en: Words {
        title: "On this Shanghai bill the self-paid parts differ",
        message: "The two parts that Shanghai prints, by class and other, together are not the self-paid amount.",
        why: "On bills of Shanghai they usually are; one may be miscopied.",
        help: "Compare the three with the other information on the bill.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/extraAmounts", "value": [{"label": "分类自负", "value": "80.30", "region": "310000"}, {"label": "自负", "value": "200.00", "region": "310000"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/extraAmounts", "value": [{"label": "分类自负", "value": "80.30", "region": "310000"}, {"label": "自负", "value": "180.00", "region": "310000"}]}]"#,
            ),
            expect: Expect::Fail("/extraAmounts"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(paid) =
        receipt.amounts.as_ref().and_then(|amounts| money(amounts.self_paid_in_catalogue.as_ref()))
    else {
        return;
    };
    let of_shanghai = |label: &str| {
        let mut extras = receipt.extra_amounts.iter();
        let extra = extras.find(|extra| {
            extra.label.as_str() == label
                && extra.region.as_ref().is_some_and(|region| region.as_str().starts_with("31"))
        });
        money(extra.map(|extra| &extra.value))
    };
    let (Some(by_class), Some(own)) = (of_shanghai("分类自负"), of_shanghai("自负")) else { return };
    sink.seen();
    if make_up([by_class, own], paid) != Some(true) {
        sink.fail(pointer!["extraAmounts"]);
    }
}
