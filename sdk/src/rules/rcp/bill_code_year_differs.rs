//! The year in a bill's code is that of its issue.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::dates;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-013",
    slug: "bill-code-year-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "代码年份与开票年份不同",
        message: "代码末两位表示的年份，与开票日期的年份不同。",
        why: "多半是代码或日期抄错了；跨年时医院沿用上年代码的情况也有。",
        help: "请核对代码末两位和开票日期；都没有抄错就不用改。",
    },
    en: Words {
        title: "The code's year is not the year of issue",
        message: "The year that the code ends with is not the year of the date of issue.",
        why: "Code or date is probably miscopied; around New Year hospitals may still use last year's code.",
        help: "Compare both with the bill; if both are as printed, leave them.",
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
                r#"[{"op": "replace", "path": "/billCode", "value": "11060125"}, {"op": "remove", "path": "/verifications/0/elements/billCode"}]"#,
            ),
            expect: Expect::Fail("/billCode"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(code), Some(issued)) = (bill::fiscal_code(receipt), dates::issued(receipt, case)) else {
        return;
    };
    if !bill::fiscal_e_bill(receipt.kind) {
        return;
    }
    sink.seen();
    if code.year() != issued.year() {
        sink.fail(pointer!["billCode"]);
    }
}
