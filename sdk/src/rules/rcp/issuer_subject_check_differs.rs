//! The nine characters of the subject carry a check of their own.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::OrganisationCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-046",
    slug: "issuer-subject-check-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-041"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "开票单位代码的主体标识码存疑",
        message: "代码整体校验相符，但其中主体标识码的校验位不符。",
        why: "可能有两位同时抄错，恰好整体校验没有发现。",
        help: "请对照票据再核对一遍这 18 位代码。",
    },
    en: Words {
        title: "The subject part of the issuer's code is doubtful",
        message: "The code's own check agrees, but that of its subject part does not.",
        why: "Two characters may be miscopied in a way the first check does not see.",
        help: "Compare all 18 characters with the bill once more.",
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
                r#"[{"op": "replace", "path": "/issuer/name", "value": "示例县人民医院"}, {"op": "replace", "path": "/issuer/code", "value": "121100004000000014"}]"#,
            ),
            expect: Expect::Fail("/issuer/code"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(code) = receipt.issuer.as_ref().and_then(|issuer| issuer.code.as_ref()) else { return };
    let Ok(code) = code.as_str().parse::<OrganisationCode>() else { return };
    sink.seen();
    if !code.inner_check_agrees() {
        sink.fail(pointer!["issuer", "code"]);
    }
}
