//! How often and how long a request is tried.

use std::time::Duration;

/// How long to try, and how to pause in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// After how long no more is tried, and the outcome is told.
    pub deadline: Duration,
    /// How long one try may take.
    pub attempt: Duration,
    /// The first pause, which doubles from then on.
    pub first_pause: Duration,
    /// The longest pause.
    pub longest_pause: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            deadline: Duration::from_secs(45),
            attempt: Duration::from_secs(15),
            first_pause: Duration::from_millis(250),
            longest_pause: Duration::from_secs(10),
        }
    }
}

impl Patience {
    /// The pause after the try of this number, from 0: between half of it and all of it, by `random`, so that those
    /// who failed together do not come back together; never shorter than what the other side asked for.
    pub fn pause(&self, number: u32, asked: Option<Duration>, random: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(number.min(16));
        let whole = self.first_pause.saturating_mul(doubled).min(self.longest_pause);
        let half = whole / 2;
        let jittered = half + half.mul_f64(f64::from(random) / f64::from(u32::MAX));
        jittered.max(asked.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_the_longest_and_are_never_the_same_for_all() {
        let patience = Patience::default();
        let millis =
            |number, random| u64::try_from(patience.pause(number, None, random).as_millis()).unwrap_or(0);
        assert_eq!((millis(0, 0), millis(0, u32::MAX)), (125, 250));
        assert_eq!((millis(2, 0), millis(2, u32::MAX)), (500, 1000));
        assert_eq!((millis(40, 0), millis(40, u32::MAX)), (5_000, 10_000));
    }

    #[test]
    fn what_the_other_side_asks_for_is_kept() {
        let asked = Some(Duration::from_secs(30));
        assert_eq!(Patience::default().pause(0, asked, 7), Duration::from_secs(30));
    }
}
