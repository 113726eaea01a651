//! Visits made up of a seed, with what they come to worked out as they are made: in plain fen, without the code under
//! test.

use serde_json::{Value, json};

use super::dice::Dice;

/// A visit: its papers, and what each of its bills comes to.
#[derive(Clone)]
pub(super) struct Visit {
    pub(super) number: usize,
    pub(super) papers: Vec<Made>,
    /// By the label of the bill; those that stand only.
    pub(super) expenses: Vec<(usize, Come)>,
    pub(super) facts: Facts,
}

/// One paper, and what it must turn out to be.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) json: Value,
    pub(super) truth: Truth,
    /// What it would be if its bill stood.
    pub(super) role: &'static str,
    pub(super) found_by: FoundBy,
}

/// What a paper is to the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    /// A paper of the expense of the visit's bill with this label, in this role.
    Of(usize, &'static str),
    /// Counts for nothing, for this reason.
    Not(&'static str),
}

/// By what a paper says to which bill it belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FoundBy {
    /// It is the bill, or of no bill.
    Itself,
    /// A link with the bill's id, with or without its number.
    Id,
    /// A link with the bill's number alone.
    LinkedNumber,
    /// Its own number is the bill's.
    OwnNumber,
    /// The settlement or the hospital's serial, which the bill states too.
    Shared,
    /// A verification of the e-bill names it.
    Verification,
}

/// What one bill comes to, in fen.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Come {
    pub(super) billed: i64,
    /// Who paid how much, in order.
    pub(super) payers: Vec<(&'static str, i64)>,
    pub(super) before: Option<i64>,
    pub(super) left: Option<i64>,
    pub(super) source: Option<&'static str>,
    pub(super) doubts: Vec<&'static str>,
}

/// How a visit was made.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    pub(super) pooled: i64,
    pub(super) catastrophic: i64,
    pub(super) aid: i64,
    /// What the hospital bore, printed apart.
    pub(super) hospital: i64,
    pub(super) account: i64,
    pub(super) cash: i64,
    /// What a mutual fund paid back later.
    pub(super) back: i64,
    pub(super) style: Style,
    pub(super) fate: Fate,
    /// Whether the settlement list tells the funds apart; none where there is no such list.
    pub(super) list: Option<bool>,
    pub(super) reissued: bool,
}

/// How the bill prints who paid.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Whole,
    /// 自付 and 自费 filled with constants.
    Constants,
    NoCash,
    NoOther,
}

/// What became of the bill.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Stands,
    Reversed,
    ReversedAndIssuedAnew,
    IssuedAnew,
    Void,
}

impl Facts {
    fn drawn(dice: &mut Dice) -> Self {
        let style =
            [Style::Whole, Style::Whole, Style::Constants, Style::NoCash, Style::NoOther][dice.below(5)];
        // What is printed apart says nothing where not all else is printed.
        let apart = matches!(style, Style::Whole | Style::Constants) && dice.one_in(4);
        let (account, cash) = (1 + dice.fen(50_000), 1 + dice.fen(5_000_000));
        Self {
            pooled: dice.fen(9_000_000),
            catastrophic: 1 + dice.fen(800_000),
            aid: if dice.one_in(3) { 0 } else { dice.fen(300_000) },
            hospital: if apart { 1 + dice.fen(20_000) } else { 0 },
            account,
            cash,
            back: if dice.one_in(3) { dice.fen(usize::try_from(account + cash + 1).unwrap()) } else { 0 },
            style,
            fate: match dice.below(20) {
                0 | 1 => Fate::Reversed,
                2 => Fate::ReversedAndIssuedAnew,
                3 => Fate::IssuedAnew,
                4 => Fate::Void,
                _ => Fate::Stands,
            },
            list: None,
            reissued: false,
        }
    }

    pub(super) const fn total(&self) -> i64 {
        self.pooled + self.catastrophic + self.aid + self.hospital + self.account + self.cash
    }

    /// Why the papers of the bill do not count, where it does not stand.
    pub(super) const fn fallen(&self) -> Option<&'static str> {
        match self.fate {
            Fate::Stands => None,
            Fate::Reversed | Fate::ReversedAndIssuedAnew => Some("reversed"),
            Fate::IssuedAnew => Some("replaced"),
            Fate::Void => Some("no-longer-stands"),
        }
    }

    /// What the bill comes to, with its settlement list or without.
    pub(super) fn come(&self, list: Option<bool>) -> Come {
        let before = self.account + self.cash;
        let mut payers = match list {
            Some(true) => vec![
                ("pooled-fund", self.pooled),
                ("catastrophic", self.catastrophic),
                ("medical-aid", self.aid),
                ("mutual-fund", self.back),
                ("hospital-borne", self.hospital),
            ],
            Some(false) => vec![
                ("other-payments", self.pooled + self.catastrophic + self.aid),
                ("mutual-fund", self.back),
                ("hospital-borne", self.hospital),
            ],
            None => vec![
                ("basic-insurance", self.pooled),
                ("other-payments", self.catastrophic + self.aid),
                ("mutual-fund", self.back),
                ("printed-apart", self.hospital),
            ],
        };
        payers.retain(|(_, fen)| *fen != 0);
        let source = match (self.style, list) {
            (Style::NoCash, None) => "total-less-funds",
            (Style::NoCash, Some(_)) => "settlement",
            _ => "payments",
        };
        let doubts = match (self.style, list) {
            (Style::Constants, _) => vec!["split-not-trusted"],
            (Style::NoOther, None) => vec!["funds-incomplete"],
            _ => vec![],
        };
        Come {
            billed: self.total(),
            payers,
            before: Some(before),
            left: Some(before - self.back),
            source: Some(source),
            doubts,
        }
    }

    /// The amounts as the bill prints them.
    fn printed(&self) -> Value {
        let mut amounts = json!({"pooledFund": yuan(self.pooled), "personalAccount": yuan(self.account)});
        if self.style != Style::NoOther {
            amounts["otherPayments"] = json!(yuan(self.catastrophic + self.aid));
        }
        if self.style != Style::NoCash {
            amounts["personalCash"] = json!(yuan(self.cash));
        }
        if self.style == Style::Constants {
            amounts["selfPaidInCatalogue"] = json!("0.00");
            amounts["selfPaidOutOfCatalogue"] = json!("0.00");
        }
        amounts
    }

    /// The settlement as the insurer states it, and whether it tells the funds apart.
    fn settled(&self, dice: &mut Dice) -> (Value, bool) {
        let shared = dice.fen(usize::try_from(self.account + 1).unwrap());
        let mut amounts = json!({"total": yuan(self.total()), "personalAccount": yuan(self.account),
            "fundTotal": yuan(self.pooled + self.catastrophic + self.aid), "personalCash": yuan(self.cash),
            "hospitalBorne": yuan(self.hospital)});
        let way = dice.below(4);
        if way == 0 {
            return (json!({"amounts": amounts}), false);
        }
        amounts["pooledFund"] = json!(yuan(self.pooled));
        amounts["residentCriticalIllness"] = json!(yuan(self.catastrophic));
        amounts["medicalAid"] = json!(yuan(self.aid));
        if way == 1 {
            // The family's shared account, apart from the child's own.
            amounts["personalAccount"] = json!(yuan(self.account - shared));
            amounts["familyAccount"] = json!(yuan(shared));
        }
        if way != 2 {
            return (json!({"amounts": amounts}), true);
        }
        let layer =
            |payer: &str, layer: &str, fen| json!({"payer": payer, "layer": layer, "amount": yuan(fen)});
        let layers = json!([
            layer("basic-insurance", "pooled-fund", self.pooled),
            layer("catastrophic-insurance", "catastrophic", self.catastrophic),
            layer("medical-aid", "medical-aid", self.aid),
            layer("hospital", "hospital-borne", self.hospital),
            layer("family", "personal-account", self.account - shared),
            layer("family", "family-account", shared),
            layer("family", "personal-cash", self.cash)
        ]);
        (json!({"layers": layers}), true)
    }
}

impl Visit {
    /// The visit with this number: one to six papers.
    pub(super) fn drawn(dice: &mut Dice, number: usize) -> Self {
        let facts = Facts::drawn(dice);
        let kind =
            ["fiscal-e-inpatient", "fiscal-e-outpatient", "tax-e-invoice", "vat-e-invoice"][dice.below(4)];
        let mut visit = Self { number, papers: Vec::new(), expenses: Vec::new(), facts };
        visit.add_bill(dice, kind);
        if matches!(facts.fate, Fate::Reversed | Fate::ReversedAndIssuedAnew) {
            let mut red = visit.receipt(5, kind, -facts.total());
            merge(&mut red, &visit.numbers(kind, 6));
            red["lineage"] = json!([visit.link(dice, "red-bill").0]);
            visit.add(red, Truth::Not("red-bill"), "", FoundBy::Itself);
        }
        if matches!(facts.fate, Fate::IssuedAnew | Fate::ReversedAndIssuedAnew) {
            visit.add_anew(dice, kind);
        }
        if kind.starts_with("fiscal") && dice.one_in(3) {
            visit.add_reissue(dice);
        }
        if kind.starts_with("fiscal") && dice.one_in(3) {
            let detail = visit.receipt(2, "fiscal-e-detail", facts.total());
            visit.add_list(dice, detail, "detail-list");
        }
        if dice.one_in(3) {
            let mut list = visit.receipt(3, "settlement", facts.total());
            let (settlement, apart) = facts.settled(dice);
            list["settlement"] = settlement;
            visit.facts.list = visit.add_list(dice, list, "settlement-list").then_some(apart);
        }
        if visit.papers.len() < 6 && dice.one_in(4) {
            let slip = visit.receipt(4, "prepayment", 500_000);
            visit.add(slip, Truth::Not("prepayment"), "", FoundBy::Itself);
        }
        if facts.fate == Fate::Stands {
            visit.expenses.push((0, facts.come(visit.facts.list)));
        }
        visit
    }

    /// The id of the visit's paper of this number.
    pub(super) fn id(&self, paper: usize) -> String {
        format!("01900000-0000-7000-8000-{:08}{paper:04}", self.number)
    }

    pub(super) fn add(&mut self, json: Value, truth: Truth, role: &'static str, found_by: FoundBy) {
        self.papers.push(Made { json, truth, role, found_by });
    }

    /// Whether a paper of the bill that is found so counts, or why not.
    pub(super) fn truth(&self, role: &'static str, found_by: FoundBy) -> Truth {
        match self.facts.fallen() {
            None => Truth::Of(0, role),
            // Only bills that stand are looked for by what they share with a list.
            Some(_) if found_by == FoundBy::Shared => Truth::Not("names-no-bill"),
            Some(reason) => Truth::Not(reason),
        }
    }

    pub(super) fn receipt(&self, paper: usize, kind: &str, total: i64) -> Value {
        json!({"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
            "receiptId": self.id(paper), "kind": kind, "issuedOn": "2026-07-06", "total": yuan(total),
            "issuer": {"code": "531000000000000008"}})
    }

    pub(super) fn numbers(&self, kind: &str, paper: usize) -> Value {
        let visit = self.number;
        match kind {
            "tax-e-invoice" => json!({"taxInvoiceNumber": format!("2611{visit:08}{paper:08}")}),
            "vat-e-invoice" => {
                json!({"vatCode": "011002600111", "vatNumber": format!("{visit:06}{paper:02}")})
            }
            _ => json!({"billCode": "11060226", "billNumber": format!("{visit:08}{paper:02}")}),
        }
    }

    fn add_bill(&mut self, dice: &mut Dice, kind: &'static str) {
        let facts = self.facts;
        let mut bill = self.receipt(0, kind, facts.total());
        merge(&mut bill, &self.numbers(kind, 1));
        bill["businessNumber"] = json!(format!("V{}", self.number));
        bill["amounts"] = facts.printed();
        if facts.hospital != 0 {
            bill["extraAmounts"] = json!([{"label": "医院减免", "value": yuan(facts.hospital)}]);
        }
        if dice.one_in(2) {
            bill["settlement"] = json!({"settlementId": format!("S{}", self.number), "region": "110000"});
        }
        if facts.back != 0 {
            bill["laterReimbursements"] = json!([
                {"payer": "mutual-fund", "amount": yuan(facts.back), "status": "settled", "paidOn": "2026-08-01"},
                {"payer": "charity", "amount": "99.00", "status": "pending"},
                {"payer": "commercial-insurance", "status": "refused"}]);
        }
        if facts.fate == Fate::Void {
            bill["verifications"] = json!([
                {"method": "national-platform", "at": "2026-09-01T03:20:00Z", "result": "matched"},
                {"method": "national-platform", "at": "2026-09-17T03:20:00Z", "result": "reversed"}]);
        }
        self.add(bill, self.truth("bill", FoundBy::Itself), "bill", FoundBy::Itself);
    }

    /// The bill that was issued in place of the first, over the same amounts but for cash.
    fn add_anew(&mut self, dice: &mut Dice, kind: &'static str) {
        let cash = 1 + dice.fen(5_000_000);
        let anew = Facts { cash, hospital: 0, back: 0, style: Style::Whole, ..self.facts };
        let mut bill = self.receipt(6, kind, anew.total());
        merge(&mut bill, &self.numbers(kind, 7));
        bill["amounts"] = anew.printed();
        bill["businessNumber"] = json!(format!("N{}", self.number));
        if self.facts.fate == Fate::IssuedAnew || dice.one_in(2) {
            bill["lineage"] = json!([self.link(dice, "replacement").0]);
        }
        self.add(bill, Truth::Of(1, "bill"), "bill", FoundBy::Itself);
        self.expenses.push((1, anew.come(None)));
    }

    fn add_reissue(&mut self, dice: &mut Dice) {
        let mut paper = self.papers[0].json.clone();
        paper["receiptId"] = json!(self.id(1));
        paper["kind"] = json!("fiscal-paper-inpatient");
        let numbers = self.numbers("fiscal-paper-inpatient", 2);
        merge(&mut paper, &numbers);
        paper.as_object_mut().unwrap().remove("verifications");
        let found_by = if self.facts.fate != Fate::Void && dice.one_in(4) {
            self.papers[0].json["verifications"] = json!([{"method": "national-platform",
                "at": "2026-09-17T03:20:00Z", "result": "reissued", "reissued": true,
                "reissuedCode": numbers["billCode"], "reissuedNumber": numbers["billNumber"]}]);
            FoundBy::Verification
        } else {
            let (link, found_by) = self.link(dice, "paper-reissue");
            paper["lineage"] = json!([link]);
            found_by
        };
        self.facts.reissued = true;
        self.add(paper, self.truth("paper-reissue", found_by), "paper-reissue", found_by);
    }

    /// Whether there was room for it.
    fn add_list(&mut self, dice: &mut Dice, mut list: Value, role: &'static str) -> bool {
        if self.papers.len() == 6 {
            return false;
        }
        let by_settlement = role == "settlement-list" && !self.papers[0].json["settlement"].is_null();
        let found_by = match dice.below(4) {
            0 => {
                let kind = self.papers[0].json["kind"].as_str().unwrap().to_owned();
                merge(&mut list, &self.numbers(&kind, 1));
                FoundBy::OwnNumber
            }
            1 if by_settlement => {
                list["settlement"]["settlementId"] = json!(format!("S{}", self.number));
                list["settlement"]["region"] = json!("110000");
                FoundBy::Shared
            }
            1 => {
                list["businessNumber"] = json!(format!("V{}", self.number));
                FoundBy::Shared
            }
            _ => {
                let (link, found_by) = self.link(dice, role);
                list["lineage"] = json!([link]);
                found_by
            }
        };
        self.add(list, self.truth(role, found_by), role, found_by);
        true
    }

    /// A link to the bill by id, by number or by both.
    fn link(&self, dice: &mut Dice, relation: &str) -> (Value, FoundBy) {
        let bill = &self.papers[0].json;
        let mut link = json!({"relation": relation});
        let way = dice.below(3);
        if way != 0 {
            link["receiptId"] = bill["receiptId"].clone();
        }
        if way != 1 {
            merge(&mut link, &self.numbers(bill["kind"].as_str().unwrap(), 1));
        }
        (link, if way == 0 { FoundBy::LinkedNumber } else { FoundBy::Id })
    }
}

pub(super) fn merge(into: &mut Value, members: &Value) {
    for (name, member) in members.as_object().unwrap() {
        into[name] = member.clone();
    }
}

/// An amount as documents write it.
pub(super) fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", fen.abs() / 100, fen.abs() % 100)
}
