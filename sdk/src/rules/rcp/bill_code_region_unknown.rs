//! The first two digits of a bill's code are those of a province.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    region::province_known,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-012",
    slug: "bill-code-region-unknown",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "票据代码的省份不存在",
        message: "代码前两位不是任何一个省份的代码。",
        why: "前两位决定到哪个省的平台查验，错了就查不到。",
        help: "请对照票据核对代码前两位。",
    },
    en: Words {
        title: "The code names no province",
        message: "The first two digits of the code belong to no province.",
        why: "They decide which province's service is asked; with wrong ones nothing is found.",
        help: "Compare the first two digits with the bill.",
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
                r#"[{"op": "replace", "path": "/billCode", "value": "19060126"}, {"op": "remove", "path": "/verifications/0/elements/billCode"}]"#,
            ),
            expect: Expect::Fail("/billCode"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(code) = bill::fiscal_code(receipt).filter(|_| bill::setting(receipt.kind).is_some()) else {
        return;
    };
    sink.seen();
    // 83 begins residence permits only.
    let prefix = code.region_prefix();
    if prefix != "00" && (prefix == "83" || !province_known(prefix)) {
        sink.fail(pointer!["billCode"]);
    }
}
