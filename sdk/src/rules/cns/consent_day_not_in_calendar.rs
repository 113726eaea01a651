//! Every date in a consent must be a day of the calendar.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-001",
    slug: "consent-day-not-in-calendar",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书上的日期不存在",
        message: "这个日期在日历上不存在，多半是月份或日子写错了。",
        why: "同意从哪天起、到哪天止，都要靠这些日期判断。",
        help: "请对照签字的授权同意书，改成真实的日期。",
    },
    en: Words {
        title: "A day in the consent does not exist",
        message: "The calendar has no such day; the month or the day is probably miswritten.",
        why: "From these days it follows when the consent begins and ends.",
        help: "Compare with the signed consent and write the real day.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "add", "path": "/validUntil", "value": "2031-02-30"}]"#),
            expect: Expect::Fail("/validUntil"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let subject = consent.subject.as_ref();
    calendar::real_day(sink, Some(&consent.signed_on), || pointer!["signedOn"]);
    calendar::real_day(sink, consent.valid_from.as_ref(), || pointer!["validFrom"]);
    calendar::real_day(sink, consent.valid_until.as_ref(), || pointer!["validUntil"]);
    calendar::real_day(sink, subject.and_then(|subject| subject.birth_date.as_ref()), || {
        pointer!["subject", "birthDate"]
    });
    let assent = consent.child_assent.as_ref();
    calendar::real_day(sink, assent.and_then(|assent| assent.signed_on.as_ref()), || {
        pointer!["childAssent", "signedOn"]
    });
    let notice = consent.public_notice.as_ref();
    calendar::real_day(sink, notice.and_then(|notice| notice.until.as_ref()), || {
        pointer!["publicNotice", "until"]
    });
    calendar::real_day(sink, notice.and_then(|notice| notice.signed_on.as_ref()), || {
        pointer!["publicNotice", "signedOn"]
    });
    let retention = consent.retention.as_ref();
    calendar::real_day(sink, retention.and_then(|kept| kept.delete_after.as_ref()), || {
        pointer!["retention", "deleteAfter"]
    });
    let witness = consent.witness.as_ref();
    calendar::real_day(sink, witness.and_then(|witness| witness.signed_on.as_ref()), || {
        pointer!["witness", "signedOn"]
    });
}
