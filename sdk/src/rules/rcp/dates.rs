//! Every date, time and instant of a receipt, each with its place.

use crate::{
    model::{receipt::Receipt, texts::DateText},
    pointer,
    pointer::Pointer,
    rules::{Case, calendar},
    value::Date,
};

/// What kind of time is written.
#[derive(Clone, Copy)]
pub(super) enum Moment<'r> {
    Day(&'r str),
    TimeOfDay(&'r str),
    Instant(&'r str),
}

/// The day of issue, unless it lies after the day of the check: that is a finding of its own, and nothing else is to be
/// said of such a day.
pub(super) fn issued(receipt: &Receipt<'_>, case: &Case<'_>) -> Option<Date> {
    calendar::day(receipt.issued_on.as_ref()).filter(|issued| *issued <= case.as_of)
}

/// Shows every moment of the receipt to `look`, with a way to its place that costs nothing until it is taken.
pub(super) fn each<'r>(receipt: &'r Receipt<'_>, mut look: impl FnMut(Moment<'r>, &dyn Fn() -> Pointer)) {
    let mut day = |text: Option<&'r DateText<'_>>, place: &dyn Fn() -> Pointer| {
        if let Some(text) = text {
            look(Moment::Day(text.as_str()), place);
        }
    };
    day(receipt.issued_on.as_ref(), &|| pointer!["issuedOn"]);
    if let Some(patient) = &receipt.patient {
        day(patient.visit_on.as_ref(), &|| pointer!["patient", "visitOn"]);
        day(patient.admitted_on.as_ref(), &|| pointer!["patient", "admittedOn"]);
        day(patient.discharged_on.as_ref(), &|| pointer!["patient", "dischargedOn"]);
    }
    if let Some(settlement) = &receipt.settlement {
        day(settlement.settled_on.as_ref(), &|| pointer!["settlement", "settledOn"]);
    }
    for (index, later) in receipt.later_reimbursements.iter().enumerate() {
        day(later.paid_on.as_ref(), &|| pointer!["laterReimbursements", index, "paidOn"]);
    }
    for (index, verification) in receipt.verifications.iter().enumerate() {
        let elements = verification.elements.as_ref();
        day(elements.and_then(|elements| elements.issued_on.as_ref()), &|| {
            pointer!["verifications", index, "elements", "issuedOn"]
        });
        day(verification.valid_until.as_ref(), &|| pointer!["verifications", index, "validUntil"]);
    }
    if let Some(time) = &receipt.issued_at_time {
        look(Moment::TimeOfDay(time.as_str()), &|| pointer!["issuedAtTime"]);
    }
    if let Some(at) = receipt.recording.as_ref().and_then(|recording| recording.recorded_at.as_ref()) {
        look(Moment::Instant(at.as_str()), &|| pointer!["recording", "recordedAt"]);
    }
    for (index, verification) in receipt.verifications.iter().enumerate() {
        look(Moment::Instant(verification.at.as_str()), &|| pointer!["verifications", index, "at"]);
    }
}
