//! A fiscal bill has a code and number, a digital invoice one number, an older VAT invoice its own code and number.

use crate::{
    bill,
    code::lists::{Ask, ReceiptKind, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-016",
    slug: "number-of-another-kind",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "票据类别与号码不相配",
        message: "这里填了另一类票据的号码，和所选的票据类别不相配。",
        why: "类别和号码不配，就不知道该到财政平台还是税务平台查验。",
        help: "请看票据标题，改正类别，或把号码填到对应的栏目。",
    },
    en: Words {
        title: "Kind and numbers do not go together",
        message: "A number of another kind of receipt is written here than the kind that was chosen.",
        why: "It is then unclear whether the finance or the tax service should be asked.",
        help: "Look at the heading of the paper and correct the kind, or move the number to its own field.",
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
                r#"[{"op": "add", "path": "/taxInvoiceNumber", "value": "26110000000000000001"}]"#,
            ),
            expect: Expect::Fail("/taxInvoiceNumber"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !bill::claimable(receipt.kind) {
        return;
    }
    let digital = receipt.kind == ReceiptKind::TaxEInvoice;
    let vat = receipt.kind == ReceiptKind::VatEInvoice;
    let fiscal = !digital && !vat;
    for (number, member, fits) in [
        (&receipt.bill_number, "billNumber", fiscal),
        (&receipt.tax_invoice_number, "taxInvoiceNumber", digital),
        (&receipt.vat_number, "vatNumber", vat),
    ] {
        if number.is_some() {
            sink.seen();
            if !fits {
                sink.fail(pointer![member]);
            }
        }
    }
}
