//! Expenses that may be one bill: with one digit of its number misread, a bill becomes another.

use std::collections::BTreeMap;

use crate::{code::lists::BurdenDoubt, fault, model::receipt::Receipt};

use super::Expense;

/// Doubts expenses of one issuer, date and amount, unless the hospital's own serials tell them apart.
pub(super) fn doubt(receipts: &[Receipt<'_>], expenses: &mut [Expense]) {
    let mut alike: BTreeMap<_, Vec<(usize, Option<&str>)>> = BTreeMap::new();
    for (place, expense) in expenses.iter().enumerate() {
        let counts = expense.papers.first().and_then(|paper| receipts.get(paper.receipt.index));
        let face = counts.and_then(|bill| {
            let issuer = bill.issuer.as_ref()?;
            let code = issuer.code.as_ref().map(|code| code.as_str());
            let issuer = code.or_else(|| Some(issuer.name.as_ref()?.as_str()))?;
            Some((issuer, expense.issued_on?, expense.billed?))
        });
        let serial = counts.and_then(|bill| Some(bill.business_number.as_ref()?.as_str()));
        if let Some(face) = face {
            alike.entry(face).or_default().push((place, serial));
        }
    }
    for alike in alike.into_values() {
        for (place, serial) in &alike {
            let maybe_same = |(other, theirs): &(usize, Option<&str>)| {
                other != place
                    && serial
                        .zip(*theirs)
                        .is_none_or(|(own, theirs)| own == theirs || fault::is("serials-not-compared"))
            };
            if alike.iter().any(maybe_same)
                && let Some(expense) = expenses.get_mut(*place)
            {
                // The last of the list, so that doubts stay in its order.
                expense.burden.doubts.push(BurdenDoubt::MaybeTwice);
            }
        }
    }
}
