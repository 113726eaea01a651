//! One expense, told again from its entries in the order of their versions.

use std::collections::HashMap;

use crate::{
    breach::{Breaches, Promise},
    history::{Bill, BurdenRow, Change, ClaimRow, Clock, Entry, ExpenseRows, Id, Standing, StatementRow},
};

/// What an expense stood at after each of its versions, and how each claim came there.
#[derive(Debug, Default)]
pub(crate) struct Replay {
    /// By version; the first is before there was anything.
    pub(crate) after: Vec<After>,
    pub(crate) claims: HashMap<Id, Track>,
    pub(crate) statements: HashMap<Id, StatementRow>,
    /// At which version a claim or statement was so changed.
    pub(crate) made: HashMap<(Id, ChangeKey), i64>,
    /// By member: at which versions it said something new of the burden, and under which id.
    said: HashMap<u8, Vec<(i64, Id)>>,
}

/// What was said of the burden, by the expense and the id of the statement or claim.
pub(crate) type Sayings = HashMap<(u32, Id), i64>;

/// A change, as a key.
pub(crate) type ChangeKey = Option<Standing>;

/// What an expense stands at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct After {
    pub(crate) held: i64,
    pub(crate) paid: i64,
    pub(crate) void: bool,
    /// The lowest statement that stands, who made it, and the lowest of the others.
    lowest: i64,
    lowest_of: Option<u8>,
    second: i64,
}

/// A claim and the versions at which it came into each of its states.
#[derive(Clone, Debug)]
pub(crate) struct Track {
    pub(crate) row: ClaimRow,
    pub(crate) steps: Vec<(i64, Standing)>,
}

impl After {
    const NOTHING: Self =
        Self { held: 0, paid: 0, void: false, lowest: i64::MAX, lowest_of: None, second: i64::MAX };

    pub(crate) fn burden(&self) -> i64 {
        if self.void { 0 } else { self.lowest }
    }

    pub(crate) fn taken(&self) -> i64 {
        self.held + self.paid
    }

    /// What would be left for a member whose burden is this one.
    fn left_for(&self, member: u8, burden: i64) -> i64 {
        let others = if self.lowest_of == Some(member) { self.second } else { self.lowest };
        if self.void { 0 } else { (burden.min(others) - self.taken()).max(0) }
    }

    pub(crate) fn left(&self) -> i64 {
        (self.burden() - self.taken()).max(0)
    }

    /// Whether an answer says the same.
    pub(crate) fn is(&self, bill: &Bill) -> bool {
        (self.burden(), self.held, self.paid, self.left(), self.void)
            == (bill.burden, bill.held, bill.paid, bill.left, bill.void)
    }
}

impl Track {
    /// The state of the claim after a version of its expense.
    pub(crate) fn standing_at(&self, version: i64) -> Option<Standing> {
        self.steps.iter().rev().find(|(at, _)| *at <= version).map(|(_, standing)| *standing)
    }

    /// Whether one of the states that hold between two versions is as asked.
    pub(crate) fn was(&self, from: i64, to: i64, wanted: impl Fn(Option<Standing>) -> bool) -> bool {
        let between = self.steps.iter().filter(|(at, _)| (from..=to).contains(at));
        wanted(self.standing_at(from)) || between.into_iter().any(|(_, standing)| wanted(Some(*standing)))
    }
}

impl Replay {
    /// Tells an expense again and says where this does not fit.
    pub(crate) fn of(
        expense: u32,
        rows: &ExpenseRows,
        sayings: &Sayings,
        clock: &Clock,
        breaches: &mut Breaches,
    ) -> Self {
        let mut replay = Self { after: vec![After::NOTHING], ..Self::default() };
        replay.claims.extend(rows.claims.iter().map(|row| (row.claim, Track { row: *row, steps: vec![] })));
        replay.statements.extend(rows.statements.iter().map(|row| (row.statement, *row)));
        let mut current = Vec::new();
        let mut now = After::NOTHING;
        for entry in &rows.outbox {
            let last = i64::try_from(replay.after.len()).unwrap_or(i64::MAX) - 1;
            if entry.version != last + 1 {
                breaches.add(Promise::NoGap, expense, Some(last + 1), None);
                // What is missing left no trace: the bill stood as before, as far as anybody can tell.
                (last + 1..entry.version).for_each(|_| replay.after.push(now));
            }
            if let Some(burden) = sayings.get(&(expense, entry.about))
                && matches!(entry.change, Change::Claim(Standing::Held) | Change::Stated)
                && now.hear(
                    &mut current,
                    BurdenRow { member: entry.member, statement: entry.about, burden: *burden },
                )
            {
                replay.said.entry(entry.member).or_default().push((entry.version, entry.about));
            }
            now.void |= entry.change == Change::Voided;
            replay.step(&mut now, expense, entry, clock, breaches);
            if !now.is(&entry.bill) || entry.bill.version != entry.version {
                breaches.add(Promise::TrueEntry, expense, Some(entry.version), Some(entry.about));
            }
            replay.after.push(now);
        }
        let mut fences = HashMap::new();
        for track in replay.claims.values() {
            let end = track.steps.last().copied();
            if end != Some((track.row.version, track.row.standing)) {
                breaches.add(Promise::RowsAgree, expense, Some(track.row.version), Some(track.row.claim));
            }
            if fences.insert(track.row.fence, track.row.claim).is_some() {
                breaches.add(Promise::OneFence, expense, Some(track.row.fence), Some(track.row.claim));
            }
        }
        for row in rows.statements.iter().filter(|row| !replay.made.contains_key(&(row.statement, None))) {
            breaches.add(Promise::RowsAgree, expense, Some(row.version), Some(row.statement));
        }
        let said = |row: &BurdenRow| (row.member, row.statement, row.burden);
        let (mut ours, mut theirs): (Vec<_>, Vec<_>) =
            (current.iter().map(said).collect(), rows.burdens.iter().map(said).collect());
        ours.sort_unstable();
        theirs.sort_unstable();
        if ours != theirs {
            breaches.add(Promise::RowsAgree, expense, None, None);
        }
        replay.hold_to_the_bill(expense, rows, breaches);
        replay
    }

    /// What was left at a version for a claim whose member states a burden with it.
    pub(crate) fn left_for(&self, version: i64, member: u8, claim: Id, burden: i64) -> i64 {
        let after = usize::try_from(version).ok().and_then(|version| self.after.get(version));
        let after = after.copied().unwrap_or(After::NOTHING);
        // The order of the ids decides which statement is the member's last.
        let said_later = self.said.get(&member).is_some_and(|said| {
            let place = said.partition_point(|(at, _)| *at <= version);
            place.checked_sub(1).and_then(|place| said.get(place)).is_some_and(|(_, id)| *id > claim)
        });
        if said_later { after.left() } else { after.left_for(member, burden) }
    }

    fn step(&mut self, now: &mut After, expense: u32, entry: &Entry, clock: &Clock, breaches: &mut Breaches) {
        let mut breach = |promise| breaches.add(promise, expense, Some(entry.version), Some(entry.about));
        let standing = match entry.change {
            Change::Claim(standing) => standing,
            Change::Stated | Change::Voided => {
                self.made.insert((entry.about, None), entry.version);
                if self.statements.get(&entry.about).is_none_or(|row| row.version != entry.version) {
                    breach(Promise::RowsAgree);
                }
                return;
            }
        };
        let Some(track) = self.claims.get_mut(&entry.about) else {
            breach(Promise::RowsAgree);
            return;
        };
        let (row, before) = (track.row, track.steps.last().map(|(_, standing)| *standing));
        let possible = match standing {
            Standing::Held => before.is_none(),
            Standing::Paid | Standing::Released | Standing::Expired => before == Some(Standing::Held),
            Standing::Reversed => before == Some(Standing::Paid),
        };
        if !possible {
            breach(Promise::PossibleStep);
        }
        match standing {
            Standing::Held => {
                now.held += row.amount;
                if now.void || now.taken() > now.burden() {
                    breach(Promise::NeverOver);
                }
            }
            Standing::Paid => {
                now.held -= row.amount;
                now.paid += row.amount;
                if entry.at > row.expires_at + clock.transaction + clock.slack {
                    breach(Promise::NotTooLate);
                }
            }
            Standing::Released => now.held -= row.amount,
            Standing::Expired => {
                now.held -= row.amount;
                if entry.at < row.expires_at - clock.slack {
                    breach(Promise::NotTooSoon);
                }
            }
            Standing::Reversed => now.paid -= row.amount,
        }
        if standing != Standing::Expired && entry.member != row.member {
            breach(Promise::OwnClaim);
        }
        track.steps.push((entry.version, standing));
        // The first counts; another was told above.
        self.made.entry((entry.about, Some(standing))).or_insert(entry.version);
    }

    /// The bill's row says in the end what its entries add up to.
    fn hold_to_the_bill(&self, expense: u32, rows: &ExpenseRows, breaches: &mut Breaches) {
        let end = self.after.last().copied().unwrap_or(After::NOTHING);
        let Some(bill) = &rows.bill else {
            if !rows.outbox.is_empty() || !rows.claims.is_empty() {
                breaches.add(Promise::RowsAgree, expense, None, None);
            }
            return;
        };
        if (bill.held, bill.paid, bill.void) != (end.held, end.paid, end.void) || bill.burden != end.burden()
        {
            breaches.add(Promise::RowsAgree, expense, Some(bill.version), None);
        }
        if bill.held + bill.paid > bill.cap {
            breaches.add(Promise::NeverOver, expense, Some(bill.version), None);
        }
        let last = rows.outbox.last().map_or(0, |entry| entry.version);
        if bill.version != last {
            breaches.add(Promise::NoGap, expense, Some(bill.version), None);
        }
    }
}

impl After {
    /// A member's statement takes the place of its former one, unless it is of an earlier id.
    fn hear(&mut self, current: &mut Vec<BurdenRow>, row: BurdenRow) -> bool {
        if current.iter().any(|before| before.member == row.member && before.statement >= row.statement) {
            return false;
        }
        current.retain(|before| before.member != row.member);
        current.push(row);
        current.sort_unstable_by_key(|row| row.burden);
        let mut lowest = current.iter();
        let first = lowest.next();
        self.lowest = first.map_or(i64::MAX, |row| row.burden);
        self.lowest_of = first.map(|row| row.member);
        self.second = lowest.next().map_or(i64::MAX, |row| row.burden);
        true
    }
}
