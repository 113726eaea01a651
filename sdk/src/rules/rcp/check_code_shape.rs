//! A check code has six digits or small letters.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-014",
    slug: "check-code-shape",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "校验码不像 6 位校验码",
        message: "校验码一般是 6 位数字或小写字母，这里不是。",
        why: "查验平台要用校验码；错一位就显示“查无此票”。",
        help: "请对照票据核对，注意数字 0 与字母 o、数字 1 与字母 l。",
    },
    en: Words {
        title: "The check code does not look like one",
        message: "A check code has six digits or small letters; this one does not.",
        why: "The verification service asks for it and finds nothing if one character is wrong.",
        help: "Compare it with the bill; mind 0 and o, 1 and l.",
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
                r#"[{"op": "replace", "path": "/checkCode", "value": "A1B2C3"}, {"op": "remove", "path": "/verifications/0/elements/checkCode"}]"#,
            ),
            expect: Expect::Fail("/checkCode"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(code) = receipt.check_code.as_ref().filter(|_| bill::fiscal_e_bill(receipt.kind)) else {
        return;
    };
    sink.seen();
    let code = code.as_str();
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()) {
        sink.fail(pointer!["checkCode"]);
    }
}
