//! Instants of members and directories, as the rules about them read them.
//!
//! That an instant is real is a rule of its own; the other rules have nothing to say where it is not.

use crate::{
    code::lists::KeyRevocationReason,
    model::{key::KeyRevocation, texts::InstantText},
    pointer::Pointer,
    rules::{Sink, calendar},
    value::{Date, Instant},
};

/// Fails where an instant is written that no clock has shown.
pub(super) fn real(sink: &mut Sink<'_>, text: Option<&InstantText<'_>>, at: impl FnOnce() -> Pointer) {
    calendar::real_instant(sink, text, at);
}

/// Fails where `later` is not after `earlier`.
pub(super) fn in_order(
    sink: &mut Sink<'_>,
    earlier: &InstantText<'_>,
    later: &InstantText<'_>,
    at: impl FnOnce() -> Pointer,
) {
    let Some((earlier, later)) = both(earlier, later) else { return };
    sink.seen();
    if later <= earlier {
        sink.fail(at());
    }
}

/// Fails where there are more than so many days between two instants.
pub(super) fn at_most_days(
    sink: &mut Sink<'_>,
    from: &InstantText<'_>,
    until: &InstantText<'_>,
    days: i64,
    at: impl FnOnce() -> Pointer,
) {
    let Some((from, until)) = both(from, until) else { return };
    sink.seen();
    if until.unix_seconds() - from.unix_seconds() > days * DAY {
        sink.fail(at());
    }
}

/// Fails where there are more than so many years, leap days counted in, between two instants.
pub(super) fn at_most_years(
    sink: &mut Sink<'_>,
    from: &InstantText<'_>,
    until: &InstantText<'_>,
    years: i64,
    at: impl FnOnce() -> Pointer,
) {
    at_most_days(sink, from, until, years * 365 + 1, at);
}

/// Whether a key counts on some part of this day in China.
pub(super) fn counts_on(
    from: &InstantText<'_>,
    until: &InstantText<'_>,
    revocation: Option<&KeyRevocation<'_>>,
    day: Date,
) -> bool {
    let Some((from, until)) = both(from, until) else { return false };
    let ended = |at: Instant| at.china_date() < day;
    let revoked = revocation.is_some_and(|revocation| {
        revocation.reason == KeyRevocationReason::Compromised
            || moment(&revocation.at).is_none_or(|at| at.china_date() <= day)
    });
    from.china_date() <= day && !ended(until) && !revoked
}

fn both(earlier: &InstantText<'_>, later: &InstantText<'_>) -> Option<(Instant, Instant)> {
    moment(earlier).zip(moment(later))
}

fn moment(text: &InstantText<'_>) -> Option<Instant> {
    text.as_str().parse().ok()
}

/// Seconds of a day.
const DAY: i64 = 86_400;
