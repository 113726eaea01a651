//! The latest verification found no such bill, or other elements.

use crate::{
    bill::latest_verification,
    code::lists::{Ask, ReceiptVerificationResult, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-070",
    slug: "verification-did-not-match",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-064"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Charity],
    zh: Words {
        title: "平台上查不到这张票据，或内容不同",
        message: "最近一次查验，平台上查不到这张票据，或者查到的内容和这里填的不一样。",
        why: "多半是输错了一位，也可能票据已经冲红或换开；先弄清楚，审核时就不会卡住。",
        help: "请对照票据核对号码、校验码、开票日期和金额，改正后再查一次；还是不符，请带着票据到医院收费处问清楚。",
    },
    en: Words {
        title: "The service does not know this bill, or knows it otherwise",
        message: "The latest verification did not find this bill, or found other content than is written here.",
        why: "A digit was probably mistyped, or the bill was cancelled or issued anew; once that is clear, the review is not held up.",
        help: "Compare numbers, check code, date and amount with the bill, correct them and query again; if it still differs, take the bill to the hospital's cashier.",
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
                r#"[{"op": "replace", "path": "/verifications/0/result", "value": "not-found"}]"#,
            ),
            expect: Expect::Fail("/verifications/0/result"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some((index, verification)) = latest_verification(receipt) else { return };
    sink.seen();
    if let ReceiptVerificationResult::NotFound | ReceiptVerificationResult::Mismatched = verification.result {
        sink.fail(pointer!["verifications", index, "result"]);
    }
}
