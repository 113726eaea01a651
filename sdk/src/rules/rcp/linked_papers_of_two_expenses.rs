//! Linked papers are about one expense.

use crate::{
    code::lists::{Ask, ReceiptLineage, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::ledger::Ledger;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-062",
    slug: "linked-papers-of-two-expenses",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-056"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "关联的单据写成了两笔费用",
        message: "这张单据和它关联的票据是同一笔费用，却写了不同的费用标识号。",
        why: "一笔费用拆成两笔，救助金额就可能重复计算。",
        help: "请把两张单据的费用标识号改成同一个。",
    },
    en: Words {
        title: "Linked papers name two expenses",
        message: "This paper and the bill it is linked to are one expense, but name two.",
        why: "An expense split in two may be paid for twice.",
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
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/expenseId", "value": "019a0000-0000-7000-8000-000000000199"}]"#,
            ),
            expect: Expect::Fail("/expenseId"),
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
            let Some((one, other)) = document.value.expense_id.as_ref().zip(other.value.expense_id.as_ref())
            else {
                continue;
            };
            sink.seen();
            if one.as_str() != other.as_str() {
                sink.fail_in(document.entry, pointer!["expenseId"], &[]);
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
