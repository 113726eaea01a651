//! The code of a medical bill names class 06.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-010",
    slug: "bill-code-not-medical",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Family],
    zh: Words {
        title: "票据代码不是医疗类",
        message: "票据代码第 3、4 位不是 06，看起来不是医疗收费票据。",
        why: "非医疗票据一般不能用来申请医疗救助；也可能只是抄错了代码。",
        help: "请对照票据核对代码；如确是医疗票据，请向医院询问代码。",
    },
    en: Words {
        title: "The bill code is not of the medical class",
        message: "The third and fourth digits of the code are not 06, so this does not look like a medical bill.",
        why: "Other bills seldom count for medical aid; or the code was only miscopied.",
        help: "Compare the code with the bill; if it is a medical one, ask the hospital about its code.",
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
                r#"[{"op": "replace", "path": "/billCode", "value": "11050126"}, {"op": "remove", "path": "/verifications/0/elements/billCode"}]"#,
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
    if code.class() != "06" {
        sink.fail(pointer!["billCode"]);
    }
}
