//! One paper of a visit disturbed, and what the visit then comes to.

use serde_json::{Value, json};

use super::{
    dice::Dice,
    visits::{Come, Fate, FoundBy, Made, Style, Truth, Visit, merge, yuan},
};

/// What can happen to a paper; nothing where the visit has no such paper.
pub(super) type Disturbance = fn(&mut Dice, &mut Visit) -> Option<()>;

/// Disturbs one paper in the way of this number or, where the visit has no such paper, in the next that fits. Gives the
/// name of the way.
pub(super) fn disturb(dice: &mut Dice, visit: &mut Visit, way: usize) -> &'static str {
    let ways = (0..WAYS.len()).map(|step| WAYS[(way + step) % WAYS.len()]);
    let mut fitting = ways.filter_map(|(name, disturbance)| {
        let mut disturbed = visit.clone();
        disturbance(dice, &mut disturbed).map(|()| (name, disturbed))
    });
    // Every visit has a bill that can be recorded twice.
    let (name, disturbed) = fitting.next().unwrap();
    *visit = disturbed;
    name
}

pub(super) const WAYS: &[(&str, Disturbance)] = &[
    ("bill recorded twice", bill_recorded_twice),
    ("bill recorded twice, number misread", bill_recorded_twice_and_misread),
    ("date of the bill misread", date_misread),
    ("currency of the bill misread", currency_misread),
    ("number of the bill lost", number_lost),
    ("number in a list misread", number_in_list_misread),
    ("link of a list lost", link_of_list_lost),
    ("link of a re-issue lost", link_of_reissue_lost),
    ("link of a red bill lost", link_of_red_bill_lost),
    ("cash on the bill misread", cash_misread),
    ("total of the bill misread", total_misread),
    ("amount of the settlement misread", settlement_misread),
    ("payments of the re-issue misread", reissue_misread),
    ("amount of a reimbursement lost", reimbursement_lost),
    ("amount of a reimbursement too large", reimbursement_too_large),
];

fn bill_recorded_twice(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    let mut again = visit.papers[0].clone();
    again.json["receiptId"] = json!(visit.id(9999));
    again.truth = Truth::Not(visit.facts.fallen().unwrap_or("duplicate"));
    visit.papers.push(again);
    Some(())
}

fn bill_recorded_twice_and_misread(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    standing(visit)?;
    let mut again = visit.papers[0].clone();
    again.json["receiptId"] = json!(visit.id(9999));
    again.json.as_object_mut()?.remove("verifications");
    let kind = again.json["kind"].as_str()?.to_owned();
    merge(&mut again.json, &visit.numbers(&kind, 91));
    again.truth = Truth::Of(1, "bill");
    visit.papers.push(again);
    // What is found by what both bills state is of neither.
    for paper in visit.papers.iter_mut().filter(|paper| paper.found_by == FoundBy::Shared) {
        paper.truth = Truth::Not("names-several-bills");
    }
    let list = visit.facts.list.filter(|_| counts(visit, "settlement-list"));
    let [mut one, mut other] = [visit.facts.come(list), visit.facts.come(None)];
    one.doubts.push("maybe-twice");
    other.doubts.push("maybe-twice");
    visit.expenses = vec![(0, one), (1, other)];
    Some(())
}

fn date_misread(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    visit.papers[0].json["issuedOn"] = json!("2026-02-30");
    bill_falls_out(visit, "unreadable-date")
}

fn currency_misread(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    visit.papers[0].json["currency"] = json!("USD");
    bill_falls_out(visit, "not-in-yuan")
}

/// A bill that does not count itself leaves its expense to its re-issue, or nothing to hang papers on.
fn bill_falls_out(visit: &mut Visit, reason: &'static str) -> Option<()> {
    let reissue = paper(visit, "paper-reissue").map(|paper| paper.found_by);
    if !matches!(visit.facts.fate, Fate::Stands | Fate::Reversed) || reissue == Some(FoundBy::Verification) {
        return None;
    }
    visit.papers[0].truth = Truth::Not(reason);
    if reissue.is_none() {
        visit.expenses.clear();
        let gone = visit.facts.fallen().unwrap_or("bill-not-here");
        for paper in of_the_bill(visit).filter(|paper| paper.role != "bill") {
            let shared = paper.found_by == FoundBy::Shared;
            paper.truth = Truth::Not(if shared { "names-no-bill" } else { gone });
        }
    }
    Some(())
}

fn number_lost(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    standing(visit)?;
    if of_the_bill(visit).count() > 1 {
        return None;
    }
    let bill = &mut visit.papers[0];
    for name in ["billNumber", "taxInvoiceNumber", "vatNumber"] {
        bill.json.as_object_mut()?.remove(name);
    }
    bill.truth = Truth::Not("no-number");
    visit.expenses.clear();
    Some(())
}

fn number_in_list_misread(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    let kind = visit.papers[0].json["kind"].as_str()?.to_owned();
    let other = visit.numbers(&kind, 91);
    let by_number = |paper: &&mut Made| {
        is_list(paper) && matches!(paper.found_by, FoundBy::LinkedNumber | FoundBy::OwnNumber)
    };
    let list = of_the_bill(visit).find(by_number)?;
    match list.found_by {
        FoundBy::OwnNumber => merge(&mut list.json, &other),
        _ => merge(&mut list.json["lineage"][0], &other),
    }
    list.truth = Truth::Not("bill-not-here");
    without_a_list_that_fell_out(visit);
    Some(())
}

fn link_of_list_lost(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    let list = of_the_bill(visit).find(|paper| is_list(paper) && !paper.json["lineage"].is_null())?;
    list.json.as_object_mut()?.remove("lineage");
    list.truth = Truth::Not("names-no-bill");
    without_a_list_that_fell_out(visit);
    Some(())
}

/// The link remains, but says neither id nor number.
fn link_of_reissue_lost(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    let reissue = of_the_bill(visit).find(|paper| paper.role == "paper-reissue")?;
    if reissue.found_by == FoundBy::Verification {
        return None;
    }
    reissue.json["lineage"] = json!([{"relation": "paper-reissue"}]);
    reissue.truth = Truth::Not("reissue-names-no-bill");
    Some(())
}

fn link_of_red_bill_lost(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    if visit.facts.fate != Fate::Reversed {
        return None;
    }
    let red = visit.papers.iter_mut().find(|paper| paper.truth == Truth::Not("red-bill"))?;
    red.json.as_object_mut()?.remove("lineage");
    red.truth = Truth::Not("negative-total");
    for paper in of_the_bill(visit) {
        paper.truth = Truth::Of(0, paper.role);
    }
    visit.expenses = vec![(0, visit.facts.come(visit.facts.list))];
    Some(())
}

fn cash_misread(dice: &mut Dice, visit: &mut Visit) -> Option<()> {
    all_printed(visit)?;
    let off = digit(dice, visit.facts.hospital);
    visit.papers[0].json["amounts"]["personalCash"] = json!(yuan(visit.facts.cash + off));
    let (reissued, list) = (visit.facts.reissued, visit.facts.list.is_some());
    let come = come(visit)?;
    doubt(come, "payments-do-not-add-up");
    match (reissued, list) {
        (true, _) => {}
        (false, true) => come.source = Some("settlement"),
        (false, false) => unknown(come),
    }
    Some(())
}

fn total_misread(dice: &mut Dice, visit: &mut Visit) -> Option<()> {
    all_printed(visit)?;
    let off = digit(dice, visit.facts.hospital);
    let wrong = visit.facts.total() + off;
    visit.papers[0].json["total"] = json!(yuan(wrong));
    let (reissued, list) = (visit.facts.reissued, visit.facts.list.is_some());
    let come = come(visit)?;
    doubt(come, "payments-do-not-add-up");
    if reissued {
        doubt(come, "papers-differ");
        return Some(());
    }
    if list {
        doubt(come, "settlement-does-not-add-up");
    }
    come.billed = wrong;
    unknown(come);
    Some(())
}

fn settlement_misread(dice: &mut Dice, visit: &mut Visit) -> Option<()> {
    standing(visit)?;
    let off = digit(dice, 0);
    let facts = visit.facts;
    let list = of_the_bill(visit).find(|paper| paper.role == "settlement-list")?;
    let settlement = &mut list.json["settlement"];
    if settlement["amounts"].is_null() {
        settlement["layers"][0]["amount"] = json!(yuan(facts.pooled + off));
    } else {
        settlement["amounts"]["personalCash"] = json!(yuan(facts.cash + off));
    }
    let mut come = facts.come(None);
    doubt(&mut come, "settlement-does-not-add-up");
    visit.expenses = vec![(0, come)];
    Some(())
}

/// A part of cash read as a part of the pooled fund: the paper adds up, but differs.
fn reissue_misread(dice: &mut Dice, visit: &mut Visit) -> Option<()> {
    all_printed(visit)?;
    let mut facts = visit.facts;
    let off = 1 + dice.fen(usize::try_from(facts.cash).ok()?);
    facts.cash -= off;
    facts.pooled += off;
    let reissue = of_the_bill(visit).find(|paper| paper.role == "paper-reissue")?;
    reissue.json["amounts"]["personalCash"] = json!(yuan(facts.cash));
    reissue.json["amounts"]["pooledFund"] = json!(yuan(facts.pooled));
    let mut come = facts.come(None);
    doubt(&mut come, "papers-differ");
    if come.left? < 0 {
        come.left = Some(0);
        doubt(&mut come, "reimbursed-too-much");
    }
    visit.expenses = vec![(0, come)];
    Some(())
}

fn reimbursement_lost(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    standing(visit)?;
    let later = json!({"payer": "medical-aid", "status": "settled"});
    add_reimbursement(&mut visit.papers[0].json, later);
    let come = come(visit)?;
    doubt(come, "reimbursement-unknown");
    come.left = None;
    Some(())
}

fn reimbursement_too_large(_: &mut Dice, visit: &mut Visit) -> Option<()> {
    standing(visit)?;
    let more = visit.facts.account + visit.facts.cash - visit.facts.back + 1;
    let later = json!({"payer": "supplementary-insurance", "amount": yuan(more), "status": "settled"});
    add_reimbursement(&mut visit.papers[0].json, later);
    let come = come(visit)?;
    doubt(come, "reimbursed-too-much");
    come.left = Some(0);
    let after = |(payer, _): &(&str, i64)| ["mutual-fund", "hospital-borne", "printed-apart"].contains(payer);
    let place = come.payers.iter().position(after).unwrap_or(come.payers.len());
    come.payers.insert(place, ("supplementary-insurance", more));
    Some(())
}

fn standing(visit: &Visit) -> Option<()> {
    (visit.facts.fate == Fate::Stands).then_some(())
}

/// Only where every payment is printed can a misread one be seen on the bill itself.
fn all_printed(visit: &Visit) -> Option<()> {
    standing(visit)?;
    matches!(visit.facts.style, Style::Whole | Style::Constants).then_some(())
}

/// A digit read as a higher one, other than this amount.
fn digit(dice: &mut Dice, but: i64) -> i64 {
    let off = (1 + dice.fen(9)) * 10_i64.pow(u32::try_from(dice.below(5)).unwrap());
    if off == but { off + 1 } else { off }
}

fn come(visit: &mut Visit) -> Option<&mut Come> {
    visit.expenses.iter_mut().find(|(label, _)| *label == 0).map(|(_, come)| come)
}

/// Nothing is left but what was reimbursed.
fn unknown(come: &mut Come) {
    come.payers.retain(|(payer, _)| *payer == "mutual-fund");
    (come.before, come.left, come.source) = (None, None, None);
}

/// Doubts stand in the order of the published list.
fn doubt(come: &mut Come, doubt: &'static str) {
    come.doubts.push(doubt);
    come.doubts.sort_by_key(|doubt| DOUBTS.iter().position(|other| other == doubt));
}

fn of_the_bill(visit: &mut Visit) -> impl Iterator<Item = &mut Made> {
    visit.papers.iter_mut().filter(|paper| !paper.role.is_empty() && paper.truth != Truth::Of(1, "bill"))
}

fn paper<'v>(visit: &'v Visit, role: &str) -> Option<&'v Made> {
    visit.papers.iter().find(|paper| paper.role == role)
}

fn counts(visit: &Visit, role: &str) -> bool {
    paper(visit, role).is_some_and(|paper| matches!(paper.truth, Truth::Of(..)))
}

fn is_list(paper: &Made) -> bool {
    matches!(paper.role, "detail-list" | "settlement-list")
}

fn without_a_list_that_fell_out(visit: &mut Visit) {
    if standing(visit).is_some() && !counts(visit, "settlement-list") {
        visit.expenses = vec![(0, visit.facts.come(None))];
    }
}

fn add_reimbursement(bill: &mut Value, later: Value) {
    match bill["laterReimbursements"].as_array_mut() {
        Some(reimbursements) => reimbursements.push(later),
        None => bill["laterReimbursements"] = json!([later]),
    }
}

const DOUBTS: &[&str] = &[
    "split-not-trusted",
    "funds-incomplete",
    "payments-do-not-add-up",
    "payments-missing",
    "settlement-does-not-add-up",
    "papers-differ",
    "reimbursement-unknown",
    "reimbursed-too-much",
    "maybe-twice",
];
