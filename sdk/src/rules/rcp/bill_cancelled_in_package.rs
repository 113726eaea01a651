//! A red bill in the same package cancels the bill it names.

use crate::{
    bill,
    code::lists::{Ask, ReceiptLineage, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::ledger::Ledger;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-061",
    slug: "bill-cancelled-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-055"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "票据已被包内红票冲销",
        message: "包里有一张红票冲销了这张票据。",
        why: "冲销后这笔费用不再有效，不能再用来申请救助。",
        help: "请看医院是否重开了票据，用重开的票据替换这一张。",
    },
    en: Words {
        title: "A red bill in the package cancels this bill",
        message: "A red bill in this package cancels this bill.",
        why: "Then the expense no longer stands and no aid can be asked on it.",
        help: "See whether the hospital issued the bill anew, and put that one in its place.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/total", "value": "-1001.00"}, {"op": "replace", "path": "/totalInWords", "value": "负壹仟零壹元整"}, {"op": "remove", "path": "/amounts"}, {"op": "add", "path": "/amounts", "value": {"personalCash": "-1001.00"}}, {"op": "replace", "path": "/items", "value": []}, {"op": "remove", "path": "/verifications/0/elements/total"}, {"op": "add", "path": "/lineage", "value": [{"relation": "red-bill", "billCode": "11060126", "billNumber": "0000000100"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/total", "value": "-1001.00"}, {"op": "replace", "path": "/totalInWords", "value": "负壹仟零壹元整"}, {"op": "remove", "path": "/amounts"}, {"op": "add", "path": "/amounts", "value": {"personalCash": "-1001.00"}}, {"op": "replace", "path": "/items", "value": []}, {"op": "remove", "path": "/verifications/0/elements/total"}, {"op": "add", "path": "/lineage", "value": [{"relation": "red-bill", "billCode": "11060226", "billNumber": "0000000104"}]}]"#,
            ),
            expect: Expect::FailIn("receipts/second-admission", ""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let reds = || case.documents.receipts.iter().filter(|document| bill::is_red(&document.value));
    if reds().next().is_none() {
        return;
    }
    let ledger = Ledger::of(case);
    for red in reds() {
        for link in red.value.lineage.iter().filter(|link| link.relation == ReceiptLineage::RedBill) {
            sink.seen();
            if let Some(original) = ledger.named(&red.value, link) {
                sink.fail_in(original.entry, pointer![], &[]);
            }
        }
    }
}
