//! How often a target is asked, and what is done where it says that this is too often: it is waited, as it says.

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;
use tokio::time::{Duration, Instant as Moment, sleep, sleep_until};

use super::{
    judge::Stop,
    play::{Play, Written},
    wire::{Got, Sent},
};
use crate::{
    case::{Party, Signing},
    report::Reason,
};

/// When each party asked within the last minute.
#[derive(Debug, Default)]
pub(super) struct Asked(BTreeMap<Party, VecDeque<Moment>>);

impl Asked {
    /// Notes a request that is sent now.
    pub(super) fn note(&mut self, party: Party) {
        let now = Moment::now();
        let asked = self.0.entry(party).or_default();
        while asked.front().is_some_and(|first| now.duration_since(*first) > MINUTE) {
            asked.pop_front();
        }
        asked.push_back(now);
    }

    /// From when on a party may ask so often at one moment, where `most` requests are answered in a minute.
    fn room(&self, party: Party, requests: usize, most: usize) -> Option<Moment> {
        let asked = self.0.get(&party)?;
        let over = (asked.len() + requests).checked_sub(most)?.checked_sub(1)?;
        asked.get(over).or(asked.back()).map(|moment| *moment + MINUTE)
    }
}

impl Play<'_, '_> {
    /// Sends it, and anew where the target only says that it is asked too often, for as long as there is patience.
    pub(super) async fn patiently(
        &mut self,
        written: &Written,
        party: Party,
        how: &Signing,
    ) -> Result<(Sent, Got), Stop> {
        let mut waited = Duration::ZERO;
        loop {
            let sent = self.sent(written, party, how)?;
            let got = self.send(&sent, false).await?;
            if !is_too_many(&got) {
                return Ok((sent, got));
            }
            waited = self.wait(&got, waited).await?;
        }
    }

    /// Sends the very same request, likewise.
    pub(super) async fn patiently_again(&mut self, sent: &Sent) -> Result<Got, Stop> {
        let mut waited = Duration::ZERO;
        loop {
            let got = self.send(sent, false).await?;
            if !is_too_many(&got) {
                return Ok(got);
            }
            waited = self.wait(&got, waited).await?;
        }
    }

    /// Waits as long as the target says; for how long that is all together.
    pub(super) async fn wait(&self, got: &Got, waited: Duration) -> Result<Duration, Stop> {
        let body: Value = serde_json::from_slice(&got.body).unwrap_or_default();
        let seconds = body.get("retryAfter").and_then(Value::as_u64).unwrap_or(5).clamp(1, 60);
        let pause = Duration::from_secs(seconds);
        if waited + pause > self.stage.waiting {
            return Err(Stop::Busy(Box::new(Reason::words(
                "the target says that it is asked too often, however long is waited",
                "被测方一直表示请求过于频繁，等待之后仍然如此",
            ))));
        }
        sleep(pause).await;
        Ok(waited + pause)
    }

    /// Waits until as many requests of these parties have room in a minute at one moment.
    pub(super) async fn wait_for_room(&self, parties: &[Party]) {
        let most = usize::try_from(self.stage.tenant.requests_per_minute).unwrap_or(usize::MAX);
        let of = |party: Party| parties.iter().filter(|own| **own == party).count();
        let moments = parties.iter().filter_map(|party| self.stage.asked.room(*party, of(*party), most));
        if let Some(until) = moments.max() {
            sleep_until(until).await;
        }
    }
}

pub(super) fn is_too_many(got: &Got) -> bool {
    got.status == 429
        && serde_json::from_slice::<Value>(&got.body)
            .is_ok_and(|body| body.get("code").and_then(Value::as_str) == Some(TOO_MANY))
}

pub(super) const TOO_MANY: &str = "too-many";
const MINUTE: Duration = Duration::from_secs(60);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_at_one_moment_waits_until_the_minute_has_room_for_it() {
        let began = Moment::now();
        let moments: VecDeque<Moment> = (0..10).map(|second| began + Duration::from_secs(second)).collect();
        let asked = Asked([(Party::A, moments)].into());
        let room = |requests, most| asked.room(Party::A, requests, most).map(|at| at - began);
        assert_eq!(room(5, 15), None);
        assert_eq!(room(6, 15), Some(Duration::from_secs(60)));
        assert_eq!(room(8, 15), Some(Duration::from_secs(62)));
        assert_eq!(asked.room(Party::B, 100, 15), None);
    }
}
