//! How often somebody may ask, in memory: a burst, then so many a minute.

use std::{net::IpAddr, num::NonZeroU32, time::Duration};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use tongzhou::{fault, model::primitive::Count};
use tongzhou_exchange::{
    message::wire::Organisation,
    problem::{Problem, ProblemKind},
};

use crate::config::Limits;

/// Who asked how often of late.
pub(crate) struct Rates {
    members: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    clock: DefaultClock,
}

impl Rates {
    pub(crate) fn new(limits: &Limits) -> Self {
        let quota = |number: u32| Quota::per_minute(NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN));
        Self {
            members: RateLimiter::keyed(quota(limits.requests_per_minute)),
            addresses: RateLimiter::keyed(quota(limits.requests_per_minute_of_address)),
            clock: DefaultClock::default(),
        }
    }

    /// Counts a request of a member.
    pub(super) fn of_member(&self, member: &Organisation) -> Result<(), Problem> {
        if fault::is("member-asks-as-often-as-it-likes") {
            return Ok(());
        }
        let checked = self.members.check_key(&member.as_str().to_owned());
        checked.map_err(|early| too_many(early.wait_time_from(self.clock.now())))
    }

    /// Counts a request from an address.
    pub(super) fn of_address(&self, address: IpAddr) -> Result<(), Problem> {
        let checked = self.addresses.check_key(&network(address));
        checked.map_err(|early| too_many(early.wait_time_from(self.clock.now())))
    }

    /// Forgets those who may ask as often as anybody.
    pub(super) fn tidy(&self) {
        self.members.retain_recent();
        self.addresses.retain_recent();
    }
}

/// One customer of a provider has a whole network of IPv6, so its addresses count as one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
    }
}

fn too_many(wait: Duration) -> Problem {
    let seconds = u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1);
    Problem { retry_after: Some(Count::saturating(seconds)), ..Problem::new(ProblemKind::TooMany) }
}
