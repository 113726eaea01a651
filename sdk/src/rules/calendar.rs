//! Days and instants of a document, as the rules about time read them.
//!
//! That a date is in the calendar is a rule of its own; the other rules have nothing to say where it is not.

use crate::{
    fault,
    model::{
        application::Application,
        texts::{DateText, InstantText},
    },
    pointer::Pointer,
    value::{Date, Instant},
};

use super::{Sink, case::Case};

/// The day by which ages are judged: that of the application or, where it lies in the future, that of the check.
pub(super) fn today(application: &Application<'_>, case: &Case<'_>) -> Date {
    day(Some(&application.created_on)).filter(|created| *created <= case.as_of).unwrap_or(case.as_of)
}

/// The day, if one is written and the calendar has it.
pub(super) fn day(text: Option<&DateText<'_>>) -> Option<Date> {
    text?.as_str().parse().ok()
}

/// The day it was in China at that instant.
pub(super) fn china_day(text: &InstantText<'_>) -> Option<Date> {
    text.as_str().parse::<Instant>().ok().map(Instant::china_date)
}

/// Fails where a day is written that the calendar does not have.
pub(super) fn real_day(sink: &mut Sink<'_>, text: Option<&DateText<'_>>, at: impl FnOnce() -> Pointer) {
    if text.is_none() {
        return;
    }
    sink.seen();
    if day(text).is_none() {
        sink.fail(at());
    }
}

/// Fails where an instant is written that no clock has shown.
pub(super) fn real_instant(
    sink: &mut Sink<'_>,
    text: Option<&InstantText<'_>>,
    at: impl FnOnce() -> Pointer,
) {
    let Some(text) = text else { return };
    sink.seen();
    if text.as_str().parse::<Instant>().is_err() {
        sink.fail(at());
    }
}

/// Fails where something that has happened lies after the day of the check.
pub(super) fn not_yet(
    sink: &mut Sink<'_>,
    text: Option<&DateText<'_>>,
    as_of: Date,
    at: impl FnOnce() -> Pointer,
) {
    let Some(date) = day(text) else { return };
    sink.seen();
    if date > as_of || (fault::is("today-in-the-future") && date == as_of) {
        sink.fail(at());
    }
}

/// Fails where both days are known and `later` lies before `earlier`.
pub(super) fn in_order(
    sink: &mut Sink<'_>,
    earlier: Option<&DateText<'_>>,
    later: Option<&DateText<'_>>,
    at: impl FnOnce() -> Pointer,
) {
    let (Some(earlier), Some(later)) = (day(earlier), day(later)) else { return };
    sink.seen();
    if (later < earlier) != fault::is("days-the-wrong-way")
        || (fault::is("same-day-in-a-wrong-order") && later == earlier)
    {
        sink.fail(at());
    }
}
