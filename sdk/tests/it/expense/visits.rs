//! Visits made up of a seed, with what they come to worked out by hand: in plain fen, without the code under test.

use serde_json::{Value, json};

/// A sequence of numbers that a seed decides (SplitMix64).
pub(super) struct Dice(u64);

/// One paper, and what it must turn out to be.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) id: String,
    pub(super) json: Value,
    pub(super) truth: Truth,
}

/// What a paper is to the ledger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Truth {
    /// A paper of the expense of the visit with this number, in this role.
    Of(usize, &'static str),
    /// Counts for nothing, for this reason.
    Not(&'static str),
}

/// What one visit comes to, in fen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sums {
    pub(super) billed: i64,
    pub(super) paid_by_others: i64,
    pub(super) left: i64,
}

/// A visit: its papers, and its sums where its bill stands.
pub(super) struct Visit {
    pub(super) papers: Vec<Made>,
    pub(super) sums: Option<Sums>,
}

/// The numbers of a bill.
struct Numbers {
    kind: &'static str,
    members: Value,
}

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    fn fen(&mut self, most: usize) -> i64 {
        i64::try_from(self.below(most)).unwrap()
    }

    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

/// The visit with this number: one to six papers.
pub(super) fn visit(dice: &mut Dice, number: usize) -> Visit {
    let mut papers: Vec<Made> = Vec::new();
    let id = |paper: usize| format!("01900000-0000-7000-8000-{number:08}{paper:04}");
    let (pooled, catastrophic, aid) = (dice.fen(9_000_000), dice.fen(800_000), dice.fen(300_000));
    let other = catastrophic + aid;
    let (account, cash) = (dice.fen(50_000), dice.fen(5_000_000));
    let total = pooled + other + account + cash;
    let bill_numbers = numbers(dice, number, 1);
    let fiscal = bill_numbers.kind.starts_with("fiscal");
    let reversed = dice.one_in(10);
    let state = |role: &'static str| if reversed { Truth::Not("reversed") } else { Truth::Of(number, role) };

    let mut bill = receipt(&id(0), bill_numbers.kind, total);
    merge(&mut bill, &bill_numbers.members);
    let how = dice.below(4);
    bill["amounts"] = match how {
        // As it should be.
        0 | 1 => json!({"pooledFund": yuan(pooled), "otherPayments": yuan(other),
            "personalAccount": yuan(account), "personalCash": yuan(cash)}),
        // A hospital that fills the split with constants.
        2 => {
            json!({"pooledFund": yuan(pooled), "otherPayments": yuan(other), "personalAccount": yuan(account),
            "personalCash": yuan(cash), "selfPaidInCatalogue": "0.00", "selfPaidOutOfCatalogue": "0.00"})
        }
        // Cash is not printed.
        _ => {
            json!({"pooledFund": yuan(pooled), "otherPayments": yuan(other), "personalAccount": yuan(account)})
        }
    };
    let mut later = Vec::new();
    let mut back = 0;
    if dice.one_in(3) {
        back = dice.fen(usize::try_from(account + cash + 1).unwrap());
        later.push(json!({"payer": "mutual-fund", "amount": yuan(back), "status": "settled", "paidOn": "2026-08-01"}));
        later.push(json!({"payer": "charity", "amount": "99.00", "status": "pending"}));
        later.push(json!({"payer": "commercial-insurance", "status": "refused"}));
        bill["laterReimbursements"] = json!(later);
    }
    papers.push(Made { id: id(0), json: bill.clone(), truth: state("bill") });

    if fiscal && dice.one_in(3) {
        let mut paper = bill.clone();
        paper["receiptId"] = json!(id(1));
        paper["kind"] = json!("fiscal-paper-inpatient");
        merge(&mut paper, &fiscal_number(number, 2));
        paper["lineage"] = json!([link(dice, "paper-reissue", &id(0), &bill_numbers.members)]);
        papers.push(Made { id: id(1), json: paper, truth: state("paper-reissue") });
    }
    if fiscal && dice.one_in(3) {
        let mut detail = receipt(&id(2), "fiscal-e-detail", total);
        if dice.one_in(2) {
            merge(&mut detail, &bill_numbers.members);
        } else {
            detail["lineage"] = json!([link(dice, "detail-list", &id(0), &bill_numbers.members)]);
        }
        papers.push(Made { id: id(2), json: detail, truth: state("detail-list") });
    }
    if dice.one_in(3) {
        let mut settlement = receipt(&id(3), "settlement", total);
        settlement["lineage"] = json!([link(dice, "settlement-list", &id(0), &bill_numbers.members)]);
        settlement["settlement"] = json!({"settlementId": format!("S{number}"), "region": "110000", "amounts": {
            "total": yuan(total), "pooledFund": yuan(pooled), "residentCriticalIllness": yuan(catastrophic),
            "medicalAid": yuan(aid), "fundTotal": yuan(pooled + other), "personalAccount": yuan(account),
            "personalCash": yuan(cash)}});
        papers.push(Made { id: id(3), json: settlement, truth: state("settlement-list") });
    }
    if dice.one_in(4) {
        let slip = receipt(&id(4), "prepayment", 500_000);
        papers.push(Made { id: id(4), json: slip, truth: Truth::Not("prepayment") });
    }
    if reversed {
        let mut red = receipt(&id(5), bill_numbers.kind, -total);
        merge(&mut red, &numbers_of(bill_numbers.kind, number, 6));
        red["lineage"] = json!([link(dice, "red-bill", &id(0), &bill_numbers.members)]);
        papers.push(Made { id: id(5), json: red, truth: Truth::Not("red-bill") });
    }
    let sums = Sums { billed: total, paid_by_others: pooled + other + back, left: account + cash - back };
    Visit { papers, sums: (!reversed).then_some(sums) }
}

/// Disturbs one paper of the visit, and says what it then comes to.
pub(super) fn disturb(dice: &mut Dice, visit: &mut Visit, number: usize) {
    let standing = visit.sums.is_some();
    match dice.below(5) {
        // The bill was recorded twice.
        0 => {
            let mut again = visit.papers[0].clone();
            again.id = format!("01900000-0000-7000-8000-{number:08}9999");
            again.json["receiptId"] = json!(again.id);
            again.truth = Truth::Not(if standing { "duplicate" } else { "reversed" });
            visit.papers.push(again);
        }
        // The bill's date was misread: nothing stands without it but a re-issue.
        1 => {
            let reissued = visit.papers.iter().any(|paper| paper.truth == Truth::Of(number, "paper-reissue"));
            visit.papers[0].json["issuedOn"] = json!("2026-02-30");
            visit.papers[0].truth = Truth::Not("unreadable-date");
            if standing && !reissued {
                visit.sums = None;
                for paper in visit.papers.iter_mut().filter(|paper| matches!(paper.truth, Truth::Of(..))) {
                    paper.truth = Truth::Not("bill-not-here");
                }
            } else if !standing && !reissued_void(visit) {
                // No bill of that number is left to be reversed.
                for paper in visit.papers.iter_mut().filter(|paper| paper.truth == Truth::Not("reversed")) {
                    paper.truth = Truth::Not("bill-not-here");
                }
            }
        }
        // A list that names nothing.
        2 => {
            let id = format!("01900000-0000-7000-8000-{number:08}9998");
            let json = receipt(&id, "settlement", 12_345);
            visit.papers.push(Made { id, json, truth: Truth::Not("names-no-bill") });
        }
        // A bill in another currency.
        3 => {
            let id = format!("01900000-0000-7000-8000-{number:08}9997");
            let mut json = receipt(&id, "fiscal-e-outpatient", 12_345);
            merge(&mut json, &fiscal_number(number, 7));
            json["currency"] = json!("USD");
            visit.papers.push(Made { id, json, truth: Truth::Not("not-in-yuan") });
        }
        // A bill whose number was not read.
        _ => {
            let id = format!("01900000-0000-7000-8000-{number:08}9996");
            let mut json = receipt(&id, "fiscal-e-outpatient", 12_345);
            json["billNumber"] = json!("0000000001");
            visit.papers.push(Made { id, json, truth: Truth::Not("no-number") });
        }
    }
}

fn reissued_void(visit: &Visit) -> bool {
    visit.papers.iter().any(|paper| paper.json["kind"] == "fiscal-paper-inpatient")
}

fn receipt(id: &str, kind: &str, total: i64) -> Value {
    json!({"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt", "receiptId": id,
        "kind": kind, "issuedOn": "2026-07-06", "total": yuan(total)})
}

fn numbers(dice: &mut Dice, visit: usize, paper: usize) -> Numbers {
    let kind = ["fiscal-e-inpatient", "fiscal-e-outpatient", "tax-e-invoice", "vat-e-invoice"][dice.below(4)];
    Numbers { kind, members: numbers_of(kind, visit, paper) }
}

fn numbers_of(kind: &str, visit: usize, paper: usize) -> Value {
    match kind {
        "tax-e-invoice" => json!({"taxInvoiceNumber": format!("2611{visit:08}{paper:08}")}),
        "vat-e-invoice" => json!({"vatCode": "011002600111", "vatNumber": format!("{visit:06}{paper:02}")}),
        _ => fiscal_number(visit, paper),
    }
}

fn fiscal_number(visit: usize, paper: usize) -> Value {
    json!({"billCode": "11060226", "billNumber": format!("{visit:08}{paper:02}")})
}

/// A link by id, by number or by both.
fn link(dice: &mut Dice, relation: &str, id: &str, numbers: &Value) -> Value {
    let mut link = json!({"relation": relation});
    let way = dice.below(3);
    if way != 0 {
        link["receiptId"] = json!(id);
    }
    if way != 1 {
        merge(&mut link, numbers);
    }
    link
}

fn merge(into: &mut Value, members: &Value) {
    for (name, member) in members.as_object().unwrap() {
        into[name] = member.clone();
    }
}

/// An amount as documents write it.
pub(super) fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", fen.abs() / 100, fen.abs() % 100)
}
