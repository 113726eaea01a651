//! 换开纸质票 is a paper bill.

use crate::{
    code::lists::{Ask, ReceiptKind, ReceiptLineage, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-065",
    slug: "reissue-recorded-as-e-bill",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-059"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "换开纸质票录成了电子票据",
        message: "注明是换开的纸质票，类别却选了别的。",
        why: "换开的纸质票和原电子票是同一笔费用，类别选错会当成另一张电子票。",
        help: "请把类别改为机打票据；如果这就是电子票据，请删去换开关系。",
    },
    en: Words {
        title: "A paper re-issue recorded as another kind",
        message: "This is said to be a paper re-issue, but another kind was chosen.",
        why: "The re-issue and its e-bill are one expense; with a wrong kind it passes for a second e-bill.",
        help: "Choose the paper kind; if this is the e-bill itself, leave out the link.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::Patch(r#"[{"op": "replace", "path": "/kind", "value": "other"}]"#),
            expect: Expect::Fail("/kind"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !receipt.lineage.iter().any(|link| link.relation == ReceiptLineage::PaperReissue) {
        return;
    }
    sink.seen();
    if !matches!(receipt.kind, ReceiptKind::FiscalPaperOutpatient | ReceiptKind::FiscalPaperInpatient) {
        sink.fail(pointer!["kind"]);
    }
}
