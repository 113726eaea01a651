//! Settlement list and bill are joined by the bill's number.

use crate::{
    bill,
    bill::sums::total_meant,
    code::lists::{Ask, ReceiptKind, Severity},
    pointer,
    rules::rcp::ledger::Ledger,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-006",
    slug: "settlement-total-differs-from-bill",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "结算单总额与票据合计不同",
        message: "结算单的总额，和它所对应票据的合计不同。",
        why: "两张单据是同一笔费用，金额不同说明有一张抄错或对应错了。",
        help: "请核对两张单据的总额，以及结算单上的票据号码。",
    },
    en: Words {
        title: "The settlement list's total is not the bill's",
        message: "The settlement list and the bill it belongs to have different totals.",
        why: "They are one expense; one total is miscopied or the link is wrong.",
        help: "Compare both totals, and the bill's number on the list.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/total", "value": "97553.46"}, {"op": "replace", "path": "/totalInWords", "value": "玖万柒仟伍佰伍拾叁元肆角陆分"}, {"op": "remove", "path": "/settlement/amounts"}, {"op": "replace", "path": "/settlement/layers", "value": []}]"#,
            ),
            expect: Expect::Fail("/total"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let lists =
        || case.documents.receipts.iter().filter(|document| document.value.kind == ReceiptKind::Settlement);
    if lists().next().is_none() {
        return;
    }
    let ledger = Ledger::of(case);
    for list in lists() {
        let linked = list.value.lineage.iter().find_map(|link| ledger.named(&list.value, link));
        let bill = linked.or_else(|| bill::keys(&list.value).find_map(|(key, _)| ledger.bill(key)));
        let amounts = list.value.settlement.as_ref().and_then(|settlement| settlement.amounts.as_ref());
        let own =
            money(amounts.and_then(|amounts| amounts.total.as_ref())).or_else(|| total_meant(&list.value));
        let Some((own, total)) = own.zip(bill.and_then(|bill| total_meant(&bill.value))) else {
            continue;
        };
        sink.seen();
        if own != total {
            sink.fail_in(list.entry, pointer!["total"], &[]);
        }
    }
}
