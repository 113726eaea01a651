//! What was verified is this bill and no other.

use crate::{
    bill::sums::agreed_against_total,
    code::lists::{Ask, ReceiptVerificationResult, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar::day},
    shape::{Shape, Shaped},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-071",
    slug: "verified-elements-differ",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-065"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "查验的要素与票据不一致",
        message: "查验“相符”的要素，和这张票据上写的不一样。",
        why: "这说明查验的可能是另一张票据，结果不能用在这一张上。",
        help: "请按这张票据的五项要素重新查验，或改正抄错的一处。",
    },
    en: Words {
        title: "The elements verified are not those of the receipt",
        message: "The elements that matched are not what this receipt says.",
        why: "Then another bill was verified, and the answer says nothing of this one.",
        help: "Verify again with this receipt's elements, or correct what is miscopied.",
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
                r#"[{"op": "replace", "path": "/verifications/0/elements/billNumber", "value": "0000000110"}]"#,
            ),
            expect: Expect::Fail("/verifications/0/elements/billNumber"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let in_future = day(receipt.issued_on.as_ref()).is_some_and(|issued| issued > case.as_of);
    for (index, verification) in receipt.verifications.iter().enumerate() {
        let Some(asked) = &verification.elements else { continue };
        if verification.result != ReceiptVerificationResult::Matched {
            continue;
        }
        for (asked, stated, member) in [
            (text(&asked.bill_code), text(&receipt.bill_code), "billCode"),
            (text(&asked.bill_number), text(&receipt.bill_number), "billNumber"),
            (text(&asked.check_code), text(&receipt.check_code), "checkCode"),
            (text(&asked.issued_on), text(&receipt.issued_on), "issuedOn"),
            (text(&asked.total), text(&receipt.total), "total"),
        ] {
            if let Some((asked, stated)) = asked.zip(stated) {
                sink.seen();
                // Where the day lies in the future, or the total alone is wrong, that is said there.
                let said = match member {
                    "issuedOn" => in_future,
                    "total" => {
                        agreed_against_total(receipt).is_some_and(|amount| asked.parse() == Ok(amount))
                    }
                    _ => false,
                };
                if asked != stated && !said {
                    sink.fail(pointer!["verifications", index, "elements", member]);
                }
            }
        }
    }
}

fn text<'r, S: Shape>(text: &'r Option<Shaped<'_, S>>) -> Option<&'r str> {
    text.as_ref().map(Shaped::as_str)
}
