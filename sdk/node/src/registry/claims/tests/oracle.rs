//! The claims as they are described, in maps: everything is summed up anew each time it is asked for.

use std::collections::{BTreeMap, BTreeSet};

use tongzhou::code::lists::{ClaimState, NoticeKind, ReturnReason};
use tongzhou_exchange::problem::ProblemKind;

/// Burden, held, paid, left, version.
type Stand = (i64, i64, i64, i64, u64);

/// A bill with all that was said and claimed.
#[derive(Clone, Debug, Default)]
pub(super) struct Oracle {
    pub(super) claims: BTreeMap<u64, Claimed>,
    /// By member: the id of its last statement, and the amount.
    says: BTreeMap<usize, (u64, i64)>,
    /// Statements and red bills: who, what, and the version.
    noted: BTreeMap<u64, (usize, Option<i64>, u64)>,
    void: bool,
    version: u64,
    /// Who was told what of which claim; a claim may be told of twice for two reasons.
    pub(super) told: BTreeSet<(usize, u64, &'static str, u64)>,
}

#[derive(Clone, Debug)]
pub(super) struct Claimed {
    member: usize,
    amount: i64,
    stated: i64,
    pub(super) state: ClaimState,
    pub(super) fence: u64,
    version: u64,
    over: bool,
    reason: Option<ReturnReason>,
}

/// What an answer says: state, amount, fence, version, and burden, held, paid, left, version of the bill.
pub(super) type Said = (ClaimState, i64, u64, u64, Option<(i64, i64, i64, i64, u64)>);

impl Oracle {
    pub(super) fn reserve(
        &mut self,
        member: usize,
        id: u64,
        amount: i64,
        stated: i64,
        consent: bool,
    ) -> Result<Said, (ProblemKind, Option<i64>)> {
        if let Some(known) = self.claims.get(&id) {
            let same = known.member == member && known.amount == amount && known.stated == stated && consent;
            return if same { Ok(self.said(id)) } else { Err((ProblemKind::Conflict, None)) };
        }
        if !consent {
            return Err((ProblemKind::NoConsent, None));
        }
        if self.void {
            // A refusal for want of room ends what is over as well.
            self.end_what_is_over();
            return Err((ProblemKind::Voided, None));
        }
        let mut after = self.says.clone();
        say(&mut after, member, id, stated);
        let burden = lowest(&after).unwrap();
        if self.taken() + amount > burden {
            self.end_what_is_over();
        }
        if self.taken() + amount > burden {
            return Err((ProblemKind::OverBurden, Some((burden - self.taken()).max(0))));
        }
        let before = self.burden();
        self.says = after;
        self.version += 1;
        if before.is_some_and(|before| burden < before) {
            self.tell("burden-lowered", Some(member));
        }
        let claimed = Claimed {
            member,
            amount,
            stated,
            state: ClaimState::Held,
            fence: self.version,
            version: self.version,
            over: false,
            reason: None,
        };
        self.claims.insert(id, claimed);
        Ok(self.said(id))
    }

    pub(super) fn confirm(&mut self, member: usize, id: u64, fence: u64) -> Result<Said, ProblemKind> {
        let claim = self.own(member, id)?;
        match claim.state {
            _ if claim.fence != fence => Err(ProblemKind::Fence),
            ClaimState::Paid => Ok(self.said(id)),
            ClaimState::Held if !claim.over => Ok(self.becomes(id, ClaimState::Paid)),
            _ => Err(ProblemKind::NotHeld),
        }
    }

    pub(super) fn release(&mut self, member: usize, id: u64) -> Result<Said, ProblemKind> {
        match self.own(member, id)?.state {
            ClaimState::Released => Ok(self.said(id)),
            ClaimState::Held => Ok(self.becomes(id, ClaimState::Released)),
            _ => Err(ProblemKind::NotHeld),
        }
    }

    pub(super) fn reverse(
        &mut self,
        member: usize,
        id: u64,
        reason: ReturnReason,
    ) -> Result<Said, ProblemKind> {
        let claim = self.own(member, id)?;
        match claim.state {
            ClaimState::Reversed if claim.reason == Some(reason) => Ok(self.said(id)),
            ClaimState::Reversed => Err(ProblemKind::Conflict),
            ClaimState::Paid => {
                self.claims.get_mut(&id).unwrap().reason = Some(reason);
                Ok(self.becomes(id, ClaimState::Reversed))
            }
            _ => Err(ProblemKind::NotHeld),
        }
    }

    pub(super) fn read(&self, member: usize, id: u64) -> Result<Said, ProblemKind> {
        self.own(member, id)?;
        let (state, amount, fence, version, _) = self.said(id);
        Ok((state, amount, fence, version, None))
    }

    pub(super) fn state(&mut self, member: usize, id: u64, amount: i64) -> Result<u64, ProblemKind> {
        if let Some(known) = self.noted.get(&id) {
            return if (known.0, known.1) == (member, Some(amount)) {
                Ok(known.2)
            } else {
                Err(ProblemKind::Conflict)
            };
        }
        let before = self.burden();
        self.version += 1;
        self.noted.insert(id, (member, Some(amount), self.version));
        say(&mut self.says, member, id, amount);
        if before.is_some_and(|before| self.burden().unwrap() < before) {
            self.tell("burden-lowered", Some(member));
            if self.taken() > self.burden().unwrap() {
                self.tell("burden-exceeded", None);
            }
        }
        Ok(self.version)
    }

    pub(super) fn void(&mut self, member: usize, id: u64) -> Result<u64, ProblemKind> {
        if let Some(known) = self.noted.get(&id) {
            return if (known.0, known.1) == (member, None) {
                Ok(known.2)
            } else {
                Err(ProblemKind::Conflict)
            };
        }
        self.version += 1;
        self.noted.insert(id, (member, None, self.version));
        if !self.void {
            self.void = true;
            self.tell("expense-voided", Some(member));
            if self.taken() > 0 {
                self.tell("burden-exceeded", None);
            }
        }
        Ok(self.version)
    }

    /// Burden, held, paid, left, version; whether void.
    pub(super) fn expense(&self) -> Result<(Stand, bool), ProblemKind> {
        self.burden().map(|_| (self.stands(), self.void)).ok_or(ProblemKind::Unknown)
    }

    /// The time of a hold is over.
    pub(super) fn end(&mut self, id: u64) {
        if let Some(claim) = self.claims.get_mut(&id) {
            claim.over = true;
        }
    }

    pub(super) fn end_what_is_over(&mut self) {
        let over: Vec<u64> = self
            .claims
            .iter()
            .filter(|(_, claim)| claim.state == ClaimState::Held && claim.over)
            .map(|(id, _)| *id)
            .collect();
        for id in over {
            self.becomes(id, ClaimState::Expired);
            let member = self.claims[&id].member;
            self.told.insert((member, id, "hold-expired", self.version));
        }
    }

    pub(super) fn told_to(&self, member: usize) -> Vec<(NoticeKind, u64)> {
        let kind = |code: &str| <NoticeKind as tongzhou::code::Code>::from_code(code).unwrap();
        self.told.iter().filter(|told| told.0 == member).map(|told| (kind(told.2), told.1)).collect()
    }

    fn tell(&mut self, kind: &'static str, except: Option<usize>) {
        for (id, claim) in &self.claims {
            if matches!(claim.state, ClaimState::Held | ClaimState::Paid) && Some(claim.member) != except {
                self.told.insert((claim.member, *id, kind, self.version));
            }
        }
    }

    fn own(&self, member: usize, id: u64) -> Result<&Claimed, ProblemKind> {
        self.claims.get(&id).filter(|claim| claim.member == member).ok_or(ProblemKind::Unknown)
    }

    fn becomes(&mut self, id: u64, state: ClaimState) -> Said {
        self.version += 1;
        let claim = self.claims.get_mut(&id).unwrap();
        (claim.state, claim.version) = (state, self.version);
        self.said(id)
    }

    fn said(&self, id: u64) -> Said {
        let claim = &self.claims[&id];
        (claim.state, claim.amount, claim.fence, claim.version, Some(self.stands()))
    }

    fn stands(&self) -> (i64, i64, i64, i64, u64) {
        let burden = self.burden().unwrap();
        (
            burden,
            self.sum(ClaimState::Held),
            self.sum(ClaimState::Paid),
            (burden - self.taken()).max(0),
            self.version,
        )
    }

    fn burden(&self) -> Option<i64> {
        if self.void { Some(0) } else { lowest(&self.says) }
    }

    fn taken(&self) -> i64 {
        self.sum(ClaimState::Held) + self.sum(ClaimState::Paid)
    }

    fn sum(&self, state: ClaimState) -> i64 {
        self.claims.values().filter(|claim| claim.state == state).map(|claim| claim.amount).sum()
    }
}

fn say(says: &mut BTreeMap<usize, (u64, i64)>, member: usize, id: u64, amount: i64) {
    let last = says.entry(member).or_insert((id, amount));
    if last.0 < id {
        *last = (id, amount);
    }
}

fn lowest(says: &BTreeMap<usize, (u64, i64)>) -> Option<i64> {
    says.values().map(|said| said.1).min()
}
