//! A registry that does one thing after another, of which the tests know what its database would hold.

use crate::history::{
    Answer, Ask, Bill, BillRow, BurdenRow, Change, ClaimRow, Entry, ExpenseRows, Id, Refusal, Standing,
    StatementRow,
};

/// A registry of one bill that does one thing after another, and what a database would hold of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Registry {
    pub(super) rows: ExpenseRows,
    pub(super) now: i64,
}

impl Registry {
    fn bill(&mut self) -> &mut BillRow {
        let nothing = BillRow { burden: BURDEN, cap: BURDEN, held: 0, paid: 0, version: 0, void: false };
        self.rows.bill.get_or_insert(nothing)
    }

    fn told(&self) -> Option<Bill> {
        let BillRow { burden, held, paid, version, void, .. } = self.rows.bill?;
        let left = (burden - held - paid).max(0);
        Some(Bill { version, burden, held, paid, left, void })
    }

    /// Writes the entry of a change that was made, and raises the version.
    fn enter(&mut self, about: Id, change: Change, member: u8) -> i64 {
        self.bill().version += 1;
        let (bill, at) = (self.told().unwrap(), self.now);
        self.rows.outbox.push(Entry { version: bill.version, about, change, member, at, bill });
        bill.version
    }

    fn state(&mut self, statement: Id, member: u8, burden: i64) {
        let rows = &mut self.rows.burdens;
        if !rows.iter().any(|row| row.member == member && row.statement >= statement) {
            rows.retain(|row| row.member != member);
            rows.push(BurdenRow { member, statement, burden });
        }
        let lowest = rows.iter().map(|row| row.burden).min().unwrap();
        let bill = self.bill();
        bill.burden = if bill.void { 0 } else { lowest };
        bill.cap = bill.burden.max(bill.held + bill.paid);
    }

    fn step(&mut self, place: usize, standing: Standing, member: u8) {
        let (claim, amount) = (self.rows.claims[place].claim, self.rows.claims[place].amount);
        let bill = self.bill();
        match standing {
            Standing::Held => bill.held += amount,
            Standing::Paid => (bill.held, bill.paid) = (bill.held - amount, bill.paid + amount),
            Standing::Released | Standing::Expired => bill.held -= amount,
            Standing::Reversed => bill.paid -= amount,
        }
        self.rows.claims[place].version = self.enter(claim, Change::Claim(standing), member);
        self.rows.claims[place].standing = standing;
    }

    pub(super) fn expire(&mut self, claim: Id) {
        let place = self.rows.claims.iter().position(|row| row.claim == claim).unwrap();
        let member = self.rows.claims[place].member;
        self.step(place, Standing::Expired, member);
    }

    pub(super) fn answer(&mut self, member: u8, ask: Ask) -> Answer {
        let refused = |why| Answer::Refused { why, left: None };
        if let Ask::Reserve { claim, amount, burden, days } = ask
            && !self.rows.claims.iter().any(|row| row.claim == claim)
        {
            let before = self.clone();
            self.bill();
            let version = self.bill().version + 1;
            self.state(claim, member, burden);
            let left = self.told().map(|bill| bill.left).unwrap();
            if self.bill().void || left < amount {
                let void = self.bill().void;
                *self = before;
                return if void {
                    refused(Refusal::Voided)
                } else {
                    Answer::Refused { why: Refusal::OverBurden, left: Some(left) }
                };
            }
            self.rows.claims.push(ClaimRow {
                claim,
                member,
                amount,
                standing: Standing::Held,
                fence: version,
                version,
                expires_at: self.now + days * DAY,
            });
            self.step(self.rows.claims.len() - 1, Standing::Held, member);
        }
        let (claim, done) = match ask {
            Ask::Look => return self.told().map_or(refused(Refusal::Unknown), Answer::Bill),
            Ask::State { statement, burden } => return self.noted(statement, member, Some(burden)),
            Ask::Void { statement } => return self.noted(statement, member, None),
            Ask::Reserve { claim, .. } | Ask::Read { claim } => (claim, None),
            Ask::Confirm { claim, .. } => (claim, Some((Standing::Held, Standing::Paid))),
            Ask::Release { claim } => (claim, Some((Standing::Held, Standing::Released))),
            Ask::Reverse { claim } => (claim, Some((Standing::Paid, Standing::Reversed))),
        };
        let found = self.rows.claims.iter().position(|row| row.claim == claim && row.member == member);
        let Some(place) = found else { return refused(Refusal::Unknown) };
        let row = self.rows.claims[place];
        if matches!(ask, Ask::Confirm { fence, .. } if fence != row.fence) {
            return refused(Refusal::Fence);
        }
        match done {
            Some((from, to)) if row.standing == from => self.step(place, to, member),
            Some((_, to)) if row.standing != to => return refused(Refusal::NotHeld),
            _ => {}
        }
        let ClaimRow { amount, standing, fence, version, expires_at, .. } = self.rows.claims[place];
        let bill = self.told().filter(|_| !matches!(ask, Ask::Read { .. }));
        Answer::Claim { standing, amount, fence, version, expires_at, bill }
    }

    fn noted(&mut self, statement: Id, member: u8, burden: Option<i64>) -> Answer {
        if let Some(row) = self.rows.statements.iter().find(|row| row.statement == statement) {
            return Answer::Noted { version: row.version };
        }
        let change = if burden.is_some() { Change::Stated } else { Change::Voided };
        match burden {
            Some(burden) => self.state(statement, member, burden),
            None => (self.bill().void, self.bill().burden) = (true, 0),
        }
        let version = self.enter(statement, change, member);
        self.rows.statements.push(StatementRow { statement, member, version });
        Answer::Noted { version }
    }
}

/// An id of one byte.
pub(super) fn id(number: u8) -> Id {
    Id([number; 16])
}

/// A reservation by a member that reads the burden off the bill.
pub(super) fn reserve(number: u8, amount: i64) -> Ask {
    Ask::Reserve { claim: id(number), amount, burden: BURDEN, days: 7 }
}

/// The burden of the bill.
pub(super) const BURDEN: i64 = 100;
/// Milliseconds of a day.
pub(super) const DAY: i64 = 86_400_000;
