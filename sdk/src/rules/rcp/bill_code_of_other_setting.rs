//! The code says outpatient or inpatient, as the kind of the receipt does.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-011",
    slug: "bill-code-of-other-setting",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "代码与票据类别不一致",
        message: "代码第 5、6 位表示的门诊或住院，与所选票据类别不一致。",
        why: "门诊票和住院票的报销与救助规则不同，选错会影响金额认定。",
        help: "请看票据标题是“门诊”还是“住院”，改正类别或代码。",
    },
    en: Words {
        title: "The code is of another kind of bill",
        message: "Digits five and six of the code say outpatient or inpatient otherwise than the kind that was chosen.",
        why: "Outpatient and inpatient bills follow different rules, so the wrong kind changes what counts.",
        help: "Look whether the bill's heading says outpatient or inpatient, and correct the kind or the code.",
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
                r#"[{"op": "replace", "path": "/billCode", "value": "11060226"}, {"op": "remove", "path": "/verifications/0/elements/billCode"}]"#,
            ),
            expect: Expect::Fail("/billCode"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(code), Some(setting)) = (bill::fiscal_code(receipt), bill::setting(receipt.kind)) else {
        return;
    };
    if code.class() != "06" {
        return;
    }
    sink.seen();
    if code.medical() != Some(setting) {
        sink.fail(pointer!["billCode"]);
    }
}
