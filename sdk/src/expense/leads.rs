//! To which numbers the numbers of re-issues lead.

use std::collections::{BTreeMap, BTreeSet};

use crate::bill::BillKey;

/// To which numbers a number leads.
pub(super) type Leads = BTreeMap<BillKey, BTreeSet<BillKey>>;

/// The same without circles: numbers that lead in one lead out of it, or where nothing does to the least of them, which
/// leads to itself.
pub(super) fn without_circles(leads: &Leads) -> Leads {
    let mut back = Leads::new();
    for (from, targets) in leads {
        for to in targets {
            back.entry(to.clone()).or_default().insert(from.clone());
        }
    }
    let mut straight = leads.clone();
    for number in leads.keys() {
        let circle: BTreeSet<BillKey> =
            reached(leads, number).intersection(&reached(&back, number)).cloned().collect();
        let targets = circle.iter().filter_map(|of_circle| leads.get(of_circle)).flatten();
        let out: BTreeSet<BillKey> = targets.filter(|to| !circle.contains(*to)).cloned().collect();
        if let Some(least) = circle.first() {
            let stands = if out.is_empty() { BTreeSet::from([least.clone()]) } else { out };
            straight.insert(number.clone(), stands);
        }
    }
    straight
}

/// Every number that is reached from this one in one step or more.
fn reached(leads: &Leads, from: &BillKey) -> BTreeSet<BillKey> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(targets) = open.pop().map(|number| leads.get(number)) {
        for to in targets.into_iter().flatten() {
            if seen.insert(to.clone()) {
                open.push(to);
            }
        }
    }
    seen
}
