//! What aid records use of bills, held against what the bills left to the family.
//!
//! Aid is held against the expense 费用, one bill with all its papers, whichever of them a record names: the e-bill and
//! its paper re-issue are paid once. What was reimbursed after the aid was promised or given makes no record wrong; it
//! raises the question of what is to be returned.

use std::collections::BTreeMap;

use crate::{
    amount::money,
    code::lists::DocumentType,
    expense,
    model::{
        aid_record::AidRecord,
        primitive::List,
        receipt::Receipt,
        texts::{DateText, IdText},
    },
    value::{Date, Money},
};

use super::{Case, calendar, chain};

/// What is used on one bill altogether, and what the family bore of it.
#[derive(Clone, Copy)]
pub(super) struct Uses {
    /// What the records use together, less what came back of them; nothing where it is beyond what can be written.
    pub(super) used: Option<Money>,
    /// What is left to the family by now.
    pub(super) left: Option<Money>,
    /// What was left on the day on which the last of the aid was promised or, where nothing was promised, given.
    pub(super) left_then: Option<Money>,
}

/// What is used on the bill of each receipt that an aid record names, by receipt id.
pub(super) fn by_receipt<'c>(case: &'c Case<'_>) -> BTreeMap<&'c str, Uses> {
    let mut totals: BTreeMap<Bill<'c>, Total> = BTreeMap::new();
    let mut bills: BTreeMap<&str, Bill<'c>> = BTreeMap::new();
    for document in chain::counted(case) {
        let aid = &document.value;
        let own = aid.receipts.iter().filter_map(|used| {
            let id = used.receipt_id.as_str();
            let bill = Bill::of(case, &used.receipt_id)?;
            bills.insert(id, bill);
            Some((bill, money(Some(&used.amount))?))
        });
        for (bill, amount) in chain::sums(own) {
            totals.entry(bill).or_default().add(aid, amount);
        }
    }
    let then = Then::of(case, &totals);
    let uses = |(id, bill): (&'c str, Bill<'c>)| {
        let used = totals.get(&bill).and_then(|total| total.used);
        (id, Uses { used, left: bill.left(case), left_then: then.left(case, bill) })
    };
    bills.into_iter().map(uses).collect()
}

/// What is left to the family by now of the bill that this receipt shows.
pub(super) fn left(case: &Case<'_>, receipt: &IdText<'_>) -> Option<Money> {
    Bill::of(case, receipt)?.left(case)
}

/// What aid is held against.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bill<'c> {
    /// An expense, by its place in the ledger of the case.
    Expense(usize),
    /// A receipt that is a part of none, such as a bill without a number, by its id.
    Alone(&'c str),
}

impl<'c> Bill<'c> {
    /// That of the receipt with this id, if it is in the package.
    fn of(case: &'c Case<'_>, id: &IdText<'_>) -> Option<Self> {
        let receipt = chain::receipt(case, id)?;
        Some(case.expense_of(id.as_str()).map_or(Self::Alone(receipt.receipt_id.as_str()), Self::Expense))
    }

    fn left(self, case: &Case<'_>) -> Option<Money> {
        match self {
            Self::Expense(place) => case.ledger().expenses.get(place)?.burden.left,
            Self::Alone(id) => {
                let place = case.place_of(DocumentType::Receipt, id)?;
                expense::left_of(&case.documents.receipts.get(place)?.value)
            }
        }
    }
}

/// What the records use on one bill, and since when.
#[derive(Clone, Copy)]
struct Total {
    used: Option<Money>,
    /// The day of the last record's beginning; nothing where one tells none.
    day: Option<Date>,
}

impl Default for Total {
    fn default() -> Self {
        Self { used: Some(Money::ZERO), day: Some(Date::MIN) }
    }
}

impl Total {
    fn add(&mut self, aid: &AidRecord<'_>, amount: Option<Money>) {
        // On which bill money came back is not told: it is taken off each, so that no record is wronged.
        let kept = amount.and_then(|amount| amount.checked_sub(chain::came_back(aid)));
        let kept = kept.map(|kept| kept.max(Money::ZERO));
        self.used = self.used.zip(kept).and_then(|(used, kept)| used.checked_add(kept));
        let first = aid.history.first().and_then(|event| calendar::day(Some(&event.happened_on)));
        self.day = self.day.zip(first).map(|(day, first)| day.max(first));
    }
}

/// The receipts of a case as they were when the last of the aid on each was promised or given.
struct Then<'c> {
    /// Only where something was reimbursed; else nothing has changed since.
    receipts: Option<Vec<Receipt<'c>>>,
    ledger: expense::Ledger,
}

impl<'c> Then<'c> {
    fn of(case: &'c Case<'_>, totals: &BTreeMap<Bill<'c>, Total>) -> Self {
        let documents = &case.documents.receipts;
        let changed = documents.iter().any(|document| !document.value.later_reimbursements.is_empty());
        let receipts = changed.then(|| {
            let then = documents.iter().map(|document| {
                let mut receipt = document.value.clone();
                let total = Bill::of(case, &receipt.receipt_id).and_then(|bill| totals.get(&bill));
                if let Some(total) = total {
                    let by_then = |paid_on: Option<&DateText<'_>>| {
                        calendar::day(paid_on).zip(total.day).is_some_and(|(paid, day)| paid <= day)
                    };
                    let back = receipt.later_reimbursements.iter();
                    let back = back.filter(|later| by_then(later.paid_on.as_ref())).cloned();
                    receipt.later_reimbursements = List::first(back);
                }
                receipt
            });
            then.collect::<Vec<_>>()
        });
        let ledger = receipts.as_deref().map_or_else(Default::default, |then| expense::expenses(then, None));
        Self { receipts, ledger }
    }

    fn left(&self, case: &Case<'_>, bill: Bill<'_>) -> Option<Money> {
        let Some(receipts) = &self.receipts else { return bill.left(case) };
        match bill {
            Bill::Expense(place) => {
                // What was reimbursed decides neither which expenses there are nor their order.
                let key = &case.ledger().expenses.get(place)?.key;
                self.ledger.expenses.get(place).filter(|expense| expense.key == *key)?.burden.left
            }
            Bill::Alone(id) => expense::left_of(receipts.get(case.place_of(DocumentType::Receipt, id)?)?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Document;

    const BILL: &str = "019a0000-0000-7000-8000-000000000f01";
    const REISSUE: &str = "019a0000-0000-7000-8000-000000000f02";

    /// A bill that leaves the family 100.00, its paper re-issue, and an aid of 60.00 on each.
    fn case(back: &str, events: &str) -> Case<'static> {
        let head = r#""standard": "tongzhou", "standardVersion": "1.0""#;
        let bill = format!(
            r#"{{{head}, "documentType": "receipt", "receiptId": "{BILL}", "kind": "fiscal-e-outpatient",
            "billCode": "11060125", "billNumber": "0000000001", "total": "100.00",
            "amounts": {{"pooledFund": "0.00", "otherPayments": "0.00", "personalAccount": "0.00",
            "personalCash": "100.00"}}, "laterReimbursements": [{back}]}}"#
        );
        let reissue = format!(
            r#"{{{head}, "documentType": "receipt", "receiptId": "{REISSUE}", "kind": "fiscal-paper-outpatient",
            "billCode": "11060199", "billNumber": "0000000009", "total": "100.00",
            "lineage": [{{"relation": "paper-reissue", "receiptId": "{BILL}"}}]}}"#
        );
        let aid = |number: u8, receipt: &str| {
            format!(
                r#"{{{head}, "documentType": "aid-record",
                "aidRecordId": "019a0000-0000-7000-8000-0000000001{number:02}",
                "organisation": {{"name": "示例基金会"}}, "kind": "cash", "amount": "60.00",
                "receipts": [{{"receiptId": "{receipt}", "amount": "60.00"}}],
                "status": "paid", "history": [{events}]}}"#
            )
        };
        let mut case = Case::new("2026-10-01".parse().unwrap());
        for text in [bill, reissue] {
            let value = serde_json::from_str(text.leak()).unwrap();
            case.documents.receipts.push(Document { entry: None, value });
        }
        for text in [aid(1, BILL), aid(2, REISSUE)] {
            let value = serde_json::from_str(text.leak()).unwrap();
            case.documents.aid_records.push(Document { entry: None, value });
        }
        case
    }

    fn yuan(text: &str) -> Option<Money> {
        text.parse().ok()
    }

    const PAID: &str = r#"{"status": "paid", "happenedOn": "2026-04-08", "amount": "60.00"}"#;

    #[test]
    fn a_bill_and_its_reissue_are_one_expense() {
        let case = case("", PAID);
        let uses = by_receipt(&case);
        for id in [BILL, REISSUE] {
            let Uses { used, left, left_then } = uses[id];
            assert_eq!((used, left, left_then), (yuan("120.00"), yuan("100.00"), yuan("100.00")));
        }
    }

    #[test]
    fn what_is_reimbursed_later_was_still_borne_when_the_aid_was_given() {
        let back =
            |day: &str| format!(r#"{{"payer": "mutual-fund", "amount": "30.00", "status": "settled"{day}}}"#);
        let days = [(r#", "paidOn": "2026-04-08""#, "70.00"), (r#", "paidOn": "2026-04-09""#, "100.00")];
        for (day, left_then) in days.into_iter().chain([("", "100.00")]) {
            let case = case(&back(day), PAID);
            let uses = by_receipt(&case)[BILL];
            assert_eq!((uses.left, uses.left_then), (yuan("70.00"), yuan(left_then)), "{day}");
        }
    }

    #[test]
    fn what_came_back_is_not_used() {
        let back = r#"{"status": "returned", "happenedOn": "2026-04-20", "amount": "20.00"}"#;
        let case = case("", &format!("{PAID}, {back}"));
        assert_eq!(by_receipt(&case)[BILL].used, yuan("80.00"));
    }
}
