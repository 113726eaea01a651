//! Which papers are of one bill, and which count for nothing.
//!
//! Everything is decided by sets of numbers and ids, never by which paper comes first, so that the answer does not
//! depend on the order of the receipts.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    bill::{BillKey, Recorded, claimable, fiscal, fiscal_paper_bill, recorded},
    code::lists::{PaperRole, ReceiptLineage, UncountedReason},
    fault,
    model::{receipt::Receipt, texts::IdText},
};

use super::{
    leads::{Leads, without_circles},
    nature::{Nature, hospital_serial, latest_says_void, nature, settlement_key},
};

/// Where each receipt belongs.
#[derive(Default)]
pub(super) struct Grouping {
    pub(super) groups: BTreeMap<BillKey, Group>,
    /// What counts for nothing.
    pub(super) uncounted: Vec<(usize, Why)>,
}

/// The papers of one bill that stands, by their places among the receipts.
#[derive(Default)]
pub(super) struct Group {
    /// Those of the expense; the first is the one that counts.
    pub(super) papers: Vec<(usize, PaperRole)>,
    /// The same papers again. They do not count, but what they say of amounts is heard.
    pub(super) again: Vec<(usize, PaperRole)>,
}

/// Why a receipt does not count.
#[derive(Clone)]
pub(super) struct Why {
    pub(super) reason: UncountedReason,
    /// The paper that the reason lies in.
    pub(super) other: Option<IdText<'static>>,
}

/// The receipts by what they may be named by.
struct Papers<'r, 'a> {
    receipts: &'r [Receipt<'a>],
    natures: Vec<Nature>,
    by_id: BTreeMap<&'r str, Vec<usize>>,
    /// From the number of a re-issue to those of the bills that it was issued for.
    reissued: Leads,
}

/// Which bills no longer stand, by their numbers.
#[derive(Default)]
struct Cancelled {
    reversed: BTreeMap<BillKey, IdText<'static>>,
    replaced: BTreeMap<BillKey, IdText<'static>>,
    /// The red bills themselves.
    red: BTreeMap<BillKey, IdText<'static>>,
}

impl Cancelled {
    /// Why the bill of this number, whether it is here or not, no longer stands.
    fn why(&self, key: &BillKey) -> Option<Why> {
        let reversed = self.reversed.get(key).map(|red| (UncountedReason::Reversed, red));
        let replaced = || self.replaced.get(key).map(|anew| (UncountedReason::Replaced, anew));
        reversed
            .or_else(|| replaced().filter(|_| !fault::is("replacement-unheard")))
            .map(|(reason, other)| Why::because_of(reason, other))
    }
}

/// Sorts receipts into expenses.
pub(super) fn group(receipts: &[Receipt<'_>]) -> Grouping {
    let papers = Papers::of(receipts);
    let cancelled = papers.cancelled();
    let mut grouping = Grouping::default();
    let mut bills: BTreeMap<BillKey, Vec<usize>> = BTreeMap::new();
    for (index, (receipt, nature)) in receipts.iter().zip(&papers.natures).enumerate() {
        let reason = match nature {
            Nature::Not(reason) => *reason,
            Nature::Red => UncountedReason::RedBill,
            Nature::Attached(_) => continue,
            Nature::Bill | Nature::Reissue => match papers.identity(receipt, nature) {
                Ok(key) => {
                    bills.entry(key).or_default().push(index);
                    continue;
                }
                Err(reason) => reason,
            },
        };
        grouping.uncounted.push((index, reason.into()));
    }
    let mut fallen: BTreeMap<BillKey, Why> = BTreeMap::new();
    for (key, mut members) in bills {
        members.sort_by(|one, other| papers.by_worth(&key, *one, *other));
        match papers.fallen(&key, &members, &cancelled) {
            Some(why) => {
                grouping.uncounted.extend(members.into_iter().map(|index| (index, why.clone())));
                fallen.insert(key, why);
            }
            None => papers.settle(key, &members, &mut grouping),
        }
    }
    papers.attach(&cancelled, &fallen, &mut grouping);
    grouping
}

impl From<UncountedReason> for Why {
    fn from(reason: UncountedReason) -> Self {
        Self { reason, other: None }
    }
}

impl Why {
    fn because_of(reason: UncountedReason, other: &IdText<'static>) -> Self {
        Self { reason, other: Some(other.clone()) }
    }
}

/// By id, and by content where an id is given twice.
pub(super) fn by_id(one: &Receipt<'_>, other: &Receipt<'_>) -> Ordering {
    let content = |receipt: &Receipt<'_>| serde_json::to_string(receipt).unwrap_or_default();
    one.receipt_id.as_str().cmp(other.receipt_id.as_str()).then_with(|| content(one).cmp(&content(other)))
}

impl<'r, 'a> Papers<'r, 'a> {
    fn of(receipts: &'r [Receipt<'a>]) -> Self {
        let mut papers = Self {
            receipts,
            natures: receipts.iter().map(nature).collect(),
            by_id: BTreeMap::new(),
            reissued: BTreeMap::new(),
        };
        for (index, receipt) in receipts.iter().enumerate() {
            papers.by_id.entry(receipt.receipt_id.as_str()).or_default().push(index);
        }
        papers.reissued = without_circles(&papers.reissues());
        papers
    }

    /// What re-issues say of their e-bills, and verifications of e-bills of their re-issues. The number of an e-bill
    /// that is here leads on nowhere: two bills are never one expense.
    fn reissues(&self) -> Leads {
        let e_bills: BTreeSet<BillKey> = self
            .with_natures()
            .filter(|(receipt, nature)| matches!(nature, Nature::Bill) && !fiscal_paper_bill(receipt.kind))
            .filter_map(|(receipt, _)| BillKey::of(receipt))
            .collect();
        let mut reissued = Leads::new();
        let mut lead = |paper: BillKey, bill: BillKey| {
            if paper != bill && !e_bills.contains(&paper) {
                reissued.entry(paper).or_default().insert(bill);
            }
        };
        for (receipt, nature) in self.with_natures() {
            let Some(own) = BillKey::of(receipt) else { continue };
            match nature {
                Nature::Reissue => {
                    for bill in self.named(receipt, ReceiptLineage::PaperReissue) {
                        lead(own.clone(), bill);
                    }
                }
                Nature::Bill => {
                    for check in &receipt.verifications {
                        let paper = fiscal(check.reissued_code.as_ref(), check.reissued_number.as_ref());
                        if let Some(paper) = paper {
                            lead(paper, own.clone());
                        }
                    }
                }
                Nature::Red | Nature::Attached(_) | Nature::Not(_) => {}
            }
        }
        reissued
    }

    fn with_natures(&self) -> impl Iterator<Item = (&'r Receipt<'a>, &Nature)> {
        self.receipts.iter().zip(&self.natures)
    }

    /// The numbers of the papers that a receipt names in this relation, by number or by id.
    fn named(&self, receipt: &Receipt<'_>, relation: ReceiptLineage) -> BTreeSet<BillKey> {
        let mut keys = BTreeSet::new();
        for link in receipt.lineage.iter().filter(|link| link.relation == relation) {
            keys.extend(BillKey::named(link));
            let id = link.receipt_id.as_ref().map(IdText::as_str);
            let id = id.filter(|id| *id != receipt.receipt_id.as_str());
            let others = id.and_then(|id| self.by_id.get(id)).into_iter().flatten();
            keys.extend(others.filter_map(|index| self.receipts.get(*index)).filter_map(BillKey::of));
        }
        keys
    }

    /// The bills that stand behind these numbers: those of re-issues lead to their e-bills.
    fn behind(&self, numbers: BTreeSet<BillKey>) -> BTreeSet<BillKey> {
        let mut seen = BTreeSet::new();
        let mut bills = BTreeSet::new();
        let mut open: Vec<BillKey> = numbers.into_iter().collect();
        while let Some(number) = open.pop() {
            if !seen.insert(number.clone()) {
                continue;
            }
            match self.reissued.get(&number).filter(|targets| !targets.contains(&number)) {
                Some(targets) => open.extend(targets.iter().cloned()),
                None => {
                    bills.insert(number);
                }
            }
        }
        bills
    }

    /// The number of the expense that a bill or a re-issue is of.
    fn identity(&self, receipt: &Receipt<'_>, nature: &Nature) -> Result<BillKey, UncountedReason> {
        let own = BillKey::of(receipt);
        let numbers = match nature {
            Nature::Reissue => {
                let named = self.named(receipt, ReceiptLineage::PaperReissue);
                let known = own.as_ref().is_some_and(|own| self.reissued.contains_key(own));
                // Its own number must not become an expense beside that of its e-bill.
                if !known && named.is_empty() {
                    return Err(UncountedReason::ReissueNamesNoBill);
                }
                if known { own.into_iter().collect() } else { named }
            }
            Nature::Bill | Nature::Red | Nature::Attached(_) | Nature::Not(_) => {
                BTreeSet::from([own.ok_or(UncountedReason::NoNumber)?])
            }
        };
        one_of(if fault::is("reissue-by-its-own-number") { numbers } else { self.behind(numbers) }).map_err(
            |several| {
                if several { UncountedReason::NamesSeveralBills } else { UncountedReason::NoNumber }
            },
        )
    }

    fn cancelled(&self) -> Cancelled {
        let mut cancelled = Cancelled::default();
        for (receipt, nature) in self.with_natures() {
            let id = || receipt.receipt_id.clone().into_owned();
            if let (Nature::Red, Some(own)) = (nature, BillKey::of(receipt)) {
                keep_least(&mut cancelled.red, own, id());
            }
            match nature {
                Nature::Red if claimable(receipt.kind) || fault::is("red-paper-of-any-kind-cancels") => {
                    for bill in self.behind(self.named(receipt, ReceiptLineage::RedBill)) {
                        keep_least(&mut cancelled.reversed, bill, id());
                    }
                }
                Nature::Bill | Nature::Reissue => {
                    // A paper is not another of the bills that it stands for itself.
                    let mut own = self.named(receipt, ReceiptLineage::PaperReissue);
                    own.extend(BillKey::of(receipt));
                    let own = self.behind(own);
                    for bill in self.behind(self.named(receipt, ReceiptLineage::Replacement)) {
                        if !own.contains(&bill) {
                            keep_least(&mut cancelled.replaced, bill, id());
                        }
                    }
                }
                Nature::Red | Nature::Attached(_) | Nature::Not(_) => {}
            }
        }
        cancelled
    }

    /// Why a bill no longer stands, if it does not.
    fn fallen(&self, key: &BillKey, members: &[usize], cancelled: &Cancelled) -> Option<Why> {
        if let Some(why) = cancelled.why(key) {
            return Some(why);
        }
        // A voided re-issue says nothing of its e-bill.
        let bills = members
            .iter()
            .filter(|index| fault::is("voided-reissue-takes-its-bill") || !self.is_reissue(**index, key));
        let latest = bills.filter_map(|index| self.receipts.get(*index)).filter_map(latest_says_void).max();
        latest.is_some_and(|(_, void)| void).then(|| UncountedReason::NoLongerStands.into())
    }

    fn is_reissue(&self, index: usize, key: &BillKey) -> bool {
        let own = self.receipts.get(index).and_then(BillKey::of);
        matches!(self.natures.get(index), Some(Nature::Reissue)) || own.as_ref() != Some(key)
    }

    /// Gives the papers of a standing bill, the worthiest first, their places.
    fn settle(&self, key: BillKey, members: &[usize], grouping: &mut Grouping) {
        let mut group = Group::default();
        let mut first: BTreeMap<BillKey, IdText<'static>> = BTreeMap::new();
        for &index in members {
            let Some(receipt) = self.receipts.get(index) else { continue };
            let reissue = self.is_reissue(index, &key);
            let role = if reissue { PaperRole::PaperReissue } else { PaperRole::Bill };
            let own = BillKey::of(receipt);
            if reissue && latest_says_void(receipt).is_some_and(|(_, void)| void) {
                grouping.uncounted.push((index, UncountedReason::NoLongerStands.into()));
            } else if let Some(earlier) = own.as_ref().and_then(|own| first.get(own)) {
                grouping.uncounted.push((index, Why::because_of(UncountedReason::Duplicate, earlier)));
                group.again.extend((!fault::is("duplicate-unheard")).then_some((index, role)));
            } else {
                group.papers.push((index, role));
                first.extend(own.map(|own| (own, receipt.receipt_id.clone().into_owned())));
            }
        }
        if !group.papers.is_empty() {
            grouping.groups.insert(key, group);
        }
    }

    /// Gives lists and copies their places beside the bills.
    fn attach(&self, cancelled: &Cancelled, fallen: &BTreeMap<BillKey, Why>, grouping: &mut Grouping) {
        let mut order: Vec<(usize, &Receipt<'_>, PaperRole)> = Vec::new();
        for (index, (receipt, nature)) in self.with_natures().enumerate() {
            if let Nature::Attached(role) = nature {
                order.push((index, receipt, *role));
            }
        }
        order.sort_by(|(_, one, role), (_, other, to)| role.cmp(to).then_with(|| by_id(one, other)));
        let mut settled: BTreeMap<(&str, &str), IdText<'static>> = BTreeMap::new();
        for (index, receipt, role) in order {
            let key = match one_of(self.bills_of(receipt, role, grouping)) {
                Ok(key) => key,
                Err(several) => {
                    let none = UncountedReason::NamesNoBill;
                    let reason = if several { UncountedReason::NamesSeveralBills } else { none };
                    grouping.uncounted.push((index, reason.into()));
                    continue;
                }
            };
            let Some(group) = grouping.groups.get_mut(&key) else {
                let why = fallen
                    .get(&key)
                    .cloned()
                    .or_else(|| cancelled.why(&key).filter(|_| !fault::is("reason-of-the-bill-lost")))
                    .or_else(|| Some(Why::because_of(UncountedReason::OfRedBill, cancelled.red.get(&key)?)));
                grouping.uncounted.push((index, why.unwrap_or(UncountedReason::BillNotHere.into())));
                continue;
            };
            let settlement = receipt.settlement.as_ref().and_then(settlement_key);
            let settlement = settlement.filter(|_| role == PaperRole::SettlementList);
            if let Some(earlier) = settlement
                .filter(|_| !fault::is("settlement-twice-counted"))
                .and_then(|settlement| settled.get(&settlement))
            {
                grouping.uncounted.push((index, Why::because_of(UncountedReason::Duplicate, earlier)));
                group.again.push((index, role));
            } else {
                group.papers.push((index, role));
                settled.extend(settlement.map(|key| (key, receipt.receipt_id.clone().into_owned())));
            }
        }
    }

    /// The bills that a list or copy may belong to: by what it names, else by the number it bears, else by the
    /// settlement that a bill states too, else by the hospital's own serial.
    fn bills_of(&self, receipt: &Receipt<'_>, role: PaperRole, grouping: &Grouping) -> BTreeSet<BillKey> {
        let relation = match role {
            PaperRole::DetailList => ReceiptLineage::DetailList,
            PaperRole::SettlementList => ReceiptLineage::SettlementList,
            PaperRole::SplitCopy => ReceiptLineage::SplitCopy,
            PaperRole::Bill | PaperRole::PaperReissue => return BTreeSet::new(),
        };
        let named = self.named(receipt, relation);
        if !named.is_empty() && (!fault::is("own-number-before-the-link") || BillKey::of(receipt).is_none()) {
            return self.behind(named);
        }
        let own: BTreeSet<BillKey> = BillKey::of(receipt).into_iter().collect();
        if !own.is_empty() && role != PaperRole::SplitCopy {
            return self.behind(own);
        }
        let bills_where = |same: &dyn Fn(&Receipt<'_>) -> bool| -> BTreeSet<BillKey> {
            let is_same = |(index, role): &(usize, PaperRole)| {
                matches!(role, PaperRole::Bill | PaperRole::PaperReissue)
                    && self.receipts.get(*index).is_some_and(same)
            };
            let says = |group: &Group| group.papers.iter().chain(&group.again).any(is_same);
            let groups = grouping.groups.iter().filter(|(_, group)| says(group));
            groups.map(|(key, _)| key.clone()).collect()
        };
        let settlement = receipt.settlement.as_ref().and_then(settlement_key);
        let by_settlement = bills_where(&|bill| {
            settlement.is_some() && bill.settlement.as_ref().and_then(settlement_key) == settlement
        });
        if !by_settlement.is_empty() {
            return by_settlement;
        }
        let serial = hospital_serial(receipt);
        bills_where(&|bill| serial.is_some() && hospital_serial(bill) == serial)
    }

    /// Which of two papers of one bill counts: the e-bill before its re-issue, what was read from data before what
    /// was read from paper, and then by id.
    fn by_worth(&self, key: &BillKey, one: usize, other: usize) -> Ordering {
        let worth = |index: usize| {
            let receipt = self.receipts.get(index)?;
            Some((
                self.is_reissue(index, key),
                fiscal_paper_bill(receipt.kind),
                recorded(receipt) == Recorded::FromPaper && !fault::is("typed-before-data"),
            ))
        };
        let content = || self.receipts.get(one).zip(self.receipts.get(other));
        let content = || content().map_or(Ordering::Equal, |(one, other)| by_id(one, other));
        worth(one)
            .cmp(&worth(other))
            .then_with(|| if fault::is("order-decides") { one.cmp(&other) } else { content() })
    }
}

/// The one element; `Err(true)` where there are several.
fn one_of(keys: BTreeSet<BillKey>) -> Result<BillKey, bool> {
    let several = keys.len() > 1;
    keys.into_iter().next().filter(|_| !several || fault::is("first-of-several-bills-taken")).ok_or(several)
}

fn keep_least(map: &mut BTreeMap<BillKey, IdText<'static>>, key: BillKey, id: IdText<'static>) {
    match map.get(&key) {
        Some(kept) if kept.as_str() <= id.as_str() => {}
        _ => {
            map.insert(key, id);
        }
    }
}
