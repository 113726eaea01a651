//! Whether a history can be what it says it is.
//!
//! To find an order that explains any history is hard. Here the order is known: each change of an expense has a
//! version, told in the answer and written in the outbox. So the entries are told again in that order, each answer is
//! held to it, and the clients' clocks say which versions an answer may have come from. For n answers this takes
//! O(n log n), which is what millions of them need.

use std::collections::HashMap;

use crate::{
    breach::{Breaches, Promise},
    history::{Answer, Ask, Bill, Call, Change, Clock, History, Id, Refusal, Reply, Standing},
    replay::{ChangeKey, Replay, Track},
};

/// Holds a history to every promise.
pub(crate) fn check(history: &History) -> Breaches {
    let mut breaches = Breaches::default();
    let said = |call: &Call| call.ask.says().map(|(id, burden)| ((call.expense, id), burden));
    let sayings = history.calls.iter().rev().filter_map(said).collect();
    let replays: Vec<Replay> = (0..)
        .zip(&history.expenses)
        .map(|(expense, rows)| Replay::of(expense, rows, &sayings, &history.clock, &mut breaches))
        .collect();
    let changes = Changes::of(history);
    let spans: Vec<Span> = (0..)
        .zip(&replays)
        .map(|(expense, replay)| Span::of(expense, replay, &changes, &history.clock, &mut breaches))
        .collect();
    let mut checker = Checker { history, breaches, said: HashMap::new() };
    checker.rows_were_asked_for(&replays);
    let mut answered = vec![false; history.calls.len()];
    for reply in &history.replies {
        let place = reply.call as usize;
        let Some(call) = history.calls.get(place) else { continue };
        if let Some(answered) = answered.get_mut(place) {
            *answered = true;
        }
        if let (Some(replay), Some(span)) =
            (replays.get(call.expense as usize), spans.get(call.expense as usize))
        {
            checker.reply(call, reply, replay, span);
        }
    }
    for (call, _) in history.calls.iter().zip(&answered).filter(|(_, answered)| !**answered) {
        checker.breaches.add(Promise::Settled, call.expense, None, call.ask.about());
    }
    checker.breaches
}

/// What clients know of the time of each change.
struct Changes {
    /// When it was first asked for, by a call that can have done it.
    asked: HashMap<(u32, Id, ChangeKey), Asked>,
    /// By expense: when an answer told a version, and which.
    told: Vec<Vec<(u64, i64)>>,
}

#[derive(Clone, Copy)]
struct Asked {
    begun: u64,
    /// How many of the requests that were sent can have done it: those that were not refused.
    chances: u32,
}

impl Changes {
    fn of(history: &History) -> Self {
        let mut chances: Vec<u32> = history.calls.iter().map(|call| call.sends).collect();
        let mut told = vec![Vec::new(); history.expenses.len()];
        for reply in &history.replies {
            let version = match &reply.answer {
                Answer::Refused { .. } => {
                    if let Some(chances) = chances.get_mut(reply.call as usize) {
                        *chances = chances.saturating_sub(1);
                    }
                    continue;
                }
                Answer::Claim { version, bill, .. } => {
                    bill.map_or(*version, |bill| bill.version.max(*version))
                }
                Answer::Noted { version } => *version,
                Answer::Bill(bill) => bill.version,
            };
            let call = history.calls.get(reply.call as usize);
            if let Some(told) = call.and_then(|call| told.get_mut(call.expense as usize)) {
                told.push((reply.heard, version));
            }
        }
        let mut asked = HashMap::with_capacity(history.calls.len());
        for (call, chances) in history.calls.iter().zip(chances) {
            let Some(key) = key(call) else { continue };
            let begun = if chances > 0 { call.begun } else { u64::MAX };
            let asked = asked.entry(key).or_insert(Asked { begun, chances: 0 });
            asked.begun = asked.begun.min(begun);
            asked.chances += chances;
        }
        Self { asked, told }
    }
}

/// Which change a call asks for.
fn key(call: &Call) -> Option<(u32, Id, ChangeKey)> {
    Some((call.expense, call.ask.about()?, change_key(call.ask.change()?)))
}

fn change_key(change: Change) -> ChangeKey {
    match change {
        Change::Claim(standing) => Some(standing),
        Change::Stated | Change::Voided => None,
    }
}

/// Which versions of an expense there may have been at a moment, by what clients know.
struct Span {
    /// When a version was told, and the greatest that was told till then.
    told: Vec<(u64, i64)>,
    /// When a version was asked for, and the least that was asked for from then on.
    asked: Vec<(u64, i64)>,
    last: i64,
}

impl Span {
    fn of(expense: u32, replay: &Replay, changes: &Changes, clock: &Clock, breaches: &mut Breaches) -> Self {
        let mut told = changes.told.get(expense as usize).cloned().unwrap_or_default();
        told.sort_unstable();
        let mut greatest = 0;
        for (_, version) in &mut told {
            greatest = greatest.max(*version);
            *version = greatest;
        }
        let last = i64::try_from(replay.after.len()).unwrap_or(i64::MAX) - 1;
        let mut span = Self { told, asked: Vec::with_capacity(replay.made.len()), last };
        for ((about, change), version) in &replay.made {
            let Some(asked) = changes.asked.get(&(expense, *about, *change)) else { continue };
            if asked.chances == 0 {
                // Refused each time, and done.
                breaches.add(Promise::AskedFor, expense, Some(*version), Some(*about));
            } else if span.at_least(asked.begun) >= *version {
                // This version, or one behind it, was told before it was asked for.
                breaches.add(Promise::RealTime, expense, Some(*version), Some(*about));
            }
            let track = replay.claims.get(about).filter(|_| *change == Some(Standing::Paid));
            let late = |track: &Track| clock.at(asked.begun) > track.row.expires_at + clock.slack;
            if asked.chances > 0 && track.is_some_and(late) {
                // It was asked for when its time was over.
                breaches.add(Promise::NotTooLate, expense, Some(*version), Some(*about));
            }
            span.asked.push((asked.begun, *version));
        }
        span.asked.sort_unstable();
        let mut least = last + 1;
        for (_, version) in span.asked.iter_mut().rev() {
            least = least.min(*version);
            *version = least;
        }
        span
    }

    /// The least version that there was at a moment, for certain.
    fn at_least(&self, moment: u64) -> i64 {
        let place = self.told.partition_point(|(told, _)| *told < moment);
        place.checked_sub(1).and_then(|place| self.told.get(place)).map_or(0, |(_, version)| *version)
    }

    /// The greatest that there can have been.
    fn at_most(&self, moment: u64) -> i64 {
        let place = self.asked.partition_point(|(asked, _)| *asked <= moment);
        self.asked.get(place).map_or(self.last, |(_, version)| version - 1)
    }
}

struct Checker<'h> {
    history: &'h History,
    breaches: Breaches,
    /// What was granted to each call when its first answer came.
    said: HashMap<u32, (i64, i64, i64)>,
}

impl Checker<'_> {
    /// Each claim and each statement is what some member asked for.
    fn rows_were_asked_for(&mut self, replays: &[Replay]) {
        let mut asked: HashMap<_, Vec<&Call>> = HashMap::new();
        for call in &self.history.calls {
            if let (Some(about), Ask::Reserve { .. } | Ask::State { .. } | Ask::Void { .. }) =
                (call.ask.about(), call.ask)
            {
                asked.entry((call.expense, about)).or_default().push(call);
            }
        }
        for (expense, (replay, rows)) in (0..).zip(replays.iter().zip(&self.history.expenses)) {
            let asked = |id: Id| asked.get(&(expense, id)).map_or(&[][..], Vec::as_slice);
            for Track { row, .. } in replay.claims.values() {
                let fitting = asked(row.claim).iter().find_map(|call| match call.ask {
                    Ask::Reserve { amount, days, .. }
                        if (call.member, amount) == (row.member, row.amount) =>
                    {
                        Some(days)
                    }
                    _ => None,
                });
                let Some(days) = fitting else {
                    self.breaches.add(Promise::AskedFor, expense, Some(row.fence), Some(row.claim));
                    continue;
                };
                let place = rows.outbox.binary_search_by_key(&row.fence, |entry| entry.version);
                let held = place.ok().and_then(|place| rows.outbox.get(place));
                let clock = &self.history.clock;
                // The entry is written after the claim, in the same transaction.
                let between = -clock.slack..=clock.transaction + clock.slack;
                if held.is_some_and(|held| !between.contains(&(held.at + days * clock.day - row.expires_at)))
                {
                    self.breaches.add(Promise::OneClock, expense, Some(row.fence), Some(row.claim));
                }
            }
            for row in &rows.statements {
                if !asked(row.statement).iter().any(|call| call.member == row.member) {
                    self.breaches.add(Promise::AskedFor, expense, Some(row.version), Some(row.statement));
                }
            }
        }
    }

    fn reply(&mut self, call: &Call, reply: &Reply, replay: &Replay, span: &Span) {
        let (from, to) = (span.at_least(reply.sent), span.at_most(reply.heard));
        let about = call.ask.about();
        let breach = match &reply.answer {
            Answer::Claim { standing, amount, fence, version, expires_at, bill } => {
                let told = (*fence, *amount, *expires_at);
                let before = self.said.entry(reply.call).or_insert(told);
                let same = *before == told;
                // Only the answer to a question about a claim is without what its bill stands at.
                let bill_is_right = bill.is_none() == matches!(call.ask, Ask::Read { .. })
                    && bill.is_none_or(|bill| is_true(replay, &bill, from, to));
                self.granted(call, replay, (*standing, *amount, *fence, *version, *expires_at), (from, to))
                    .or((!same).then_some(Promise::SameAnswer))
                    .or((!bill_is_right).then_some(Promise::TrueAnswer))
                    .map(|promise| (promise, *version))
            }
            Answer::Noted { version } => {
                let made = about.and_then(|about| replay.made.get(&(about, None)));
                (made != Some(version)).then_some((Promise::AcknowledgedStays, *version))
            }
            Answer::Bill(bill) => {
                (!is_true(replay, bill, from, to)).then_some((Promise::TrueAnswer, bill.version))
            }
            Answer::Refused { why, left } => (!self.was_true(call, *why, *left, replay, from, to, reply))
                .then_some((Promise::TrueRefusal, to)),
        };
        if let Some((promise, version)) = breach {
            self.breaches.add(promise, call.expense, Some(version), about);
        }
    }

    /// What is wrong with a claim as an answer tells it.
    fn granted(
        &self,
        call: &Call,
        replay: &Replay,
        told: (Standing, i64, i64, i64, i64),
        (from, to): (i64, i64),
    ) -> Option<Promise> {
        let (standing, amount, fence, version, expires_at) = told;
        let (claim, done) = match call.ask {
            Ask::Reserve { claim, .. } => (claim, Some(Standing::Held)),
            Ask::Confirm { claim, .. } => (claim, Some(Standing::Paid)),
            Ask::Release { claim } => (claim, Some(Standing::Released)),
            Ask::Reverse { claim } => (claim, Some(Standing::Reversed)),
            Ask::Read { claim } => (claim, None),
            Ask::State { .. } | Ask::Void { .. } | Ask::Look => return Some(Promise::TrueAnswer),
        };
        let Some(track) = replay.claims.get(&claim) else { return Some(Promise::AcknowledgedStays) };
        let made = done.map(|done| track.steps.iter().find(|(_, standing)| *standing == done));
        if made == Some(None) {
            return Some(Promise::AcknowledgedStays);
        }
        if call.member != track.row.member {
            return Some(Promise::OwnClaim);
        }
        if !call.consented {
            return Some(Promise::Consent);
        }
        if matches!(call.ask, Ask::Confirm { fence, .. } if fence != track.row.fence) {
            return Some(Promise::RightFence);
        }
        let seconds = |millis: i64| millis.div_euclid(1000);
        let as_written = (amount, fence, seconds(expires_at))
            == (track.row.amount, track.row.fence, seconds(track.row.expires_at));
        let asked = !matches!(call.ask, Ask::Reserve { amount, .. } if amount != track.row.amount);
        // It stood so at a version that may have been the last one.
        let mut later = track.steps.iter().skip_while(|step| **step != (version, standing));
        let came_so =
            later.next().is_some() && version <= to && later.next().is_none_or(|(next, _)| *next > from);
        let did = made.flatten().is_none_or(|(made, _)| version >= *made);
        (!(as_written && asked && came_so && did)).then_some(Promise::TrueAnswer)
    }

    /// Whether there was a moment at which a refusal was true.
    #[allow(clippy::too_many_arguments, reason = "each is one thing that a refusal depends on")]
    fn was_true(
        &self,
        call: &Call,
        why: Refusal,
        left: Option<i64>,
        replay: &Replay,
        from: i64,
        to: i64,
        reply: &Reply,
    ) -> bool {
        let track = |claim: Id| replay.claims.get(&claim);
        let overdue = |track: &Track| {
            let clock = &self.history.clock;
            clock.at(reply.heard) + clock.slack >= track.row.expires_at
        };
        match (why, call.ask) {
            (Refusal::OverBurden, Ask::Reserve { claim, amount, burden, .. }) => {
                // Sent again, it would have been answered as before.
                let held_before = track(claim).is_some_and(|track| track.standing_at(from).is_some());
                !held_before
                    && (from..=to).any(|version| {
                        let at = replay.left_for(version, call.member, claim, burden);
                        at < amount && left.is_none_or(|left| left == at)
                    })
            }
            (Refusal::Voided, Ask::Reserve { .. }) => {
                usize::try_from(to).ok().and_then(|to| replay.after.get(to)).is_some_and(|after| after.void)
            }
            (Refusal::NoConsent, Ask::Reserve { .. } | Ask::Look) => !call.consented,
            (Refusal::NotHeld, Ask::Confirm { claim, fence }) => track(claim).is_some_and(|track| {
                fence != track.row.fence
                    || overdue(track)
                    || track
                        .was(from, to, |standing| !matches!(standing, Some(Standing::Held | Standing::Paid)))
            }),
            (Refusal::NotHeld, Ask::Release { claim }) => track(claim).is_some_and(|track| {
                overdue(track)
                    || track.was(from, to, |standing| {
                        !matches!(standing, Some(Standing::Held | Standing::Released))
                    })
            }),
            (Refusal::NotHeld, Ask::Reverse { claim }) => track(claim).is_some_and(|track| {
                track.was(from, to, |standing| !matches!(standing, Some(Standing::Paid | Standing::Reversed)))
            }),
            (Refusal::Fence, Ask::Confirm { claim, fence }) => {
                track(claim).is_some_and(|track| track.row.fence != fence)
            }
            (
                Refusal::NotYours | Refusal::Unknown,
                Ask::Confirm { claim, .. }
                | Ask::Release { claim }
                | Ask::Reverse { claim }
                | Ask::Read { claim },
            ) => track(claim)
                .is_none_or(|track| track.row.member != call.member || track.standing_at(from).is_none()),
            (Refusal::Unknown, Ask::Look | Ask::State { .. } | Ask::Void { .. }) => from == 0,
            (Refusal::Conflict, Ask::Reserve { claim, amount, .. }) => track(claim)
                .is_some_and(|track| (track.row.member, track.row.amount) != (call.member, amount)),
            _ => false,
        }
    }
}

/// Whether a bill stood so at the version that an answer tells, and that version can have been the last one.
fn is_true(replay: &Replay, bill: &Bill, from: i64, to: i64) -> bool {
    let after = usize::try_from(bill.version).ok().and_then(|version| replay.after.get(version));
    (from..=to).contains(&bill.version) && after.is_some_and(|after| after.is(bill))
}

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod tests;
