//! Faults that are put into the claims on purpose, to see that the tests of the claims find them.
//!
//! A build that is given out knows none: without `--cfg tongzhou_faults` every question here is answered with a
//! constant "no", and there is no way to say otherwise.

/// One way for claims to be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(tongzhou_faults), allow(dead_code))]
pub enum Fault {
    /// An amount is held whatever is left.
    DroppedCondition,
    /// The table of expenses does not refuse a row over its cap.
    DroppedCheck,
    /// A confirmation need not bring the fence of the hold.
    FenceUnchecked,
    /// A hold is confirmed after its time.
    ExpiryUnchecked,
    /// An answer goes out before COMMIT.
    AckBeforeCommit,
    /// Holds end by a clock of this program, which runs an hour late.
    ApplicationClock,
    /// A reservation that is sent again takes its amount again.
    RetryNotIdempotent,
    /// A hold expires whatever has become of it.
    ExpireWithoutStateTest,
    /// A release gives the amount back each time.
    ReleaseTwiceCounts,
    /// Anybody reverses anybody's payment.
    ReverseByAnyone,
    /// A lower statement does not lower what may be held.
    CapNotLowered,
    /// What is confirmed stays held and is paid as well.
    HeldNotMovedOnConfirm,
    /// Some changes leave no row in the outbox.
    LostOutboxRow,
}

/// Whether the program has this fault.
#[cfg(not(tongzhou_faults))]
pub(crate) const fn is(_: Fault) -> bool {
    false
}

#[cfg(tongzhou_faults)]
pub use seeded::{ALL, seed};

#[cfg(tongzhou_faults)]
pub(crate) use seeded::is;

#[cfg(tongzhou_faults)]
mod seeded {
    use std::sync::OnceLock;

    use super::Fault;

    /// Every fault, by its name.
    pub const ALL: &[(&str, Fault)] = &[
        ("dropped-condition", Fault::DroppedCondition),
        ("dropped-check", Fault::DroppedCheck),
        ("fence-unchecked", Fault::FenceUnchecked),
        ("expiry-unchecked", Fault::ExpiryUnchecked),
        ("ack-before-commit", Fault::AckBeforeCommit),
        ("application-clock", Fault::ApplicationClock),
        ("retry-not-idempotent", Fault::RetryNotIdempotent),
        ("expire-without-state-test", Fault::ExpireWithoutStateTest),
        ("release-twice-counts", Fault::ReleaseTwiceCounts),
        ("reverse-by-anyone", Fault::ReverseByAnyone),
        ("cap-not-lowered", Fault::CapNotLowered),
        ("held-not-moved-on-confirm", Fault::HeldNotMovedOnConfirm),
        ("lost-outbox-row", Fault::LostOutboxRow),
    ];

    static SEEDED: OnceLock<Fault> = OnceLock::new();

    /// Gives this process a fault, once and before it opens a store.
    pub fn seed(fault: Fault) {
        SEEDED.get_or_init(|| fault);
    }

    pub(crate) fn is(fault: Fault) -> bool {
        SEEDED.get() == Some(&fault)
    }
}
