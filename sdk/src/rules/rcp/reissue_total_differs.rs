//! A paper re-issue shows the same money as its e-bill.

use crate::{
    bill::sums::total_meant,
    code::lists::{Ask, ReceiptLineage, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::ledger::Ledger;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-064",
    slug: "reissue-total-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-058"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "换开纸质票金额与电子票不同",
        message: "换开的纸质票，和原电子票据的合计不一样。",
        why: "两张是同一笔费用，金额不同说明有一张抄错或关联错了。",
        help: "请核对两张票据的合计，以及关联的票据号码。",
    },
    en: Words {
        title: "The re-issue's total differs from the e-bill's",
        message: "The paper re-issue and its e-bill have different totals.",
        why: "They are one expense; one total is miscopied or the link is wrong.",
        help: "Compare both totals, and the number in the link.",
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
                r#"[{"op": "replace", "path": "/total", "value": "108682.00"}, {"op": "replace", "path": "/totalInWords", "value": "壹拾万捌仟陆佰捌拾贰元整"}, {"op": "replace", "path": "/amounts", "value": {"pooledFund": "52340.80", "otherPayments": "8120.00", "personalAccount": "0.00", "personalCash": "48221.20"}}, {"op": "replace", "path": "/items", "value": []}]"#,
            ),
            expect: Expect::Fail("/total"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.documents.receipts.iter().all(|document| document.value.lineage.is_empty()) {
        return;
    }
    let ledger = Ledger::of(case);
    for document in &case.documents.receipts {
        for link in document.value.lineage.iter().filter(|link| link.relation == ReceiptLineage::PaperReissue)
        {
            let Some(other) = ledger.named(&document.value, link) else { continue };
            let Some((one, other)) = total_meant(&document.value).zip(total_meant(&other.value)) else {
                continue;
            };
            sink.seen();
            if one != other {
                sink.fail_in(document.entry, pointer!["total"], &[]);
            }
        }
    }
}
