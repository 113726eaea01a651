//! A paper re-issue counts once with its e-bill.

use crate::{
    code::lists::{Ask, ReceiptLineage, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::ledger::Ledger;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-063",
    slug: "linked-paper-without-expense",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-057"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "关联单据还没写费用标识号",
        message: "这张单据和包里另一张是同一笔费用，但还没有都写上费用标识号。",
        why: "写上同一个标识号，别人一看就知道只算一笔。",
        help: "请给两张单据写上同一个费用标识号。",
    },
    en: Words {
        title: "A linked paper names no expense yet",
        message: "This paper and another in the package are one expense, but not both name it.",
        why: "With one id on both, everyone sees at once that they count once.",
        help: "Give both papers the same expense id.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::Patch(r#"[{"op": "remove", "path": "/expenseId"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.documents.receipts.iter().all(|document| document.value.lineage.is_empty()) {
        return;
    }
    let ledger = Ledger::of(case);
    for document in &case.documents.receipts {
        for link in document.value.lineage.iter().filter(|link| same_expense(link.relation)) {
            let Some(other) = ledger.named(&document.value, link) else { continue };
            sink.seen();
            if document.value.expense_id.is_none() || other.value.expense_id.is_none() {
                sink.fail_in(document.entry, pointer![], &[]);
            }
        }
    }
}

/// Whether papers with this relation are about one expense.
const fn same_expense(relation: ReceiptLineage) -> bool {
    matches!(
        relation,
        ReceiptLineage::PaperReissue
            | ReceiptLineage::DetailList
            | ReceiptLineage::SettlementList
            | ReceiptLineage::SplitCopy
    )
}
