//! Online verification asks for five elements; code, number and total have rules of their own.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-015",
    slug: "verification-elements-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "查验还缺校验码或开票日期",
        message: "还没有写校验码或开票日期。",
        why: "在财政平台查验要用票据代码、号码、校验码、开票日期和金额五项。",
        help: "请看票据正面，把校验码和开票日期补上。",
    },
    en: Words {
        title: "Check code or date of issue is still missing",
        message: "The check code or the date of issue has not been written down yet.",
        why: "The finance service asks for five things: code, number, check code, date of issue and amount.",
        help: "Look at the face of the bill and add them.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/checkCode"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !bill::fiscal_e_bill(receipt.kind) {
        return;
    }
    sink.seen();
    if receipt.check_code.is_none() || receipt.issued_on.is_none() {
        sink.fail(pointer![]);
    }
}
