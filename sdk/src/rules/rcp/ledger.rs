//! The receipts of a package by id and by number, to follow what one paper says of another.

use std::collections::BTreeMap;

use crate::{
    bill::{self, BillKey},
    model::receipt::{Lineage, Receipt},
    rules::{Case, Document},
};

/// Where the receipts of a case are found.
pub(in crate::rules) struct Ledger<'c, 'a> {
    receipts: &'c [Document<Receipt<'a>>],
    by_id: BTreeMap<&'c str, usize>,
    by_number: BTreeMap<BillKey, usize>,
}

impl<'c, 'a> Ledger<'c, 'a> {
    /// The receipts of the case. Of two with the same number the first is found; that there are two is a rule.
    pub(in crate::rules) fn of(case: &'c Case<'a>) -> Self {
        let mut ledger =
            Self { receipts: &case.documents.receipts, by_id: BTreeMap::new(), by_number: BTreeMap::new() };
        for (index, document) in case.documents.receipts.iter().enumerate() {
            ledger.by_id.entry(document.value.receipt_id.as_str()).or_insert(index);
            if bill::claimable(document.value.kind) {
                for (key, _) in bill::keys(&document.value) {
                    ledger.by_number.entry(key).or_insert(index);
                }
            }
        }
        ledger
    }

    /// The receipt that a link of `from` names, by its id or by its number; never `from` itself.
    pub(in crate::rules) fn named(
        &self,
        from: &Receipt<'_>,
        link: &Lineage<'_>,
    ) -> Option<&'c Document<Receipt<'a>>> {
        let by_id = link.receipt_id.as_ref().and_then(|id| self.by_id.get(id.as_str()));
        by_id.or_else(|| bill::named(link).find_map(|key| self.by_number.get(&key))).and_then(|index| {
            self.receipts
                .get(*index)
                .filter(|document| document.value.receipt_id.as_str() != from.receipt_id.as_str())
        })
    }

    /// The bill that has this number.
    pub(in crate::rules) fn bill(&self, key: BillKey) -> Option<&'c Document<Receipt<'a>>> {
        self.by_number.get(&key).and_then(|index| self.receipts.get(*index))
    }
}
