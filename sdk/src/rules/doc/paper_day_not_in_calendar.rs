//! Every date of a described paper must be a day of the calendar.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-001",
    slug: "paper-day-not-in-calendar",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "材料上的日期不存在",
        message: "这份材料写的日期在日历上不存在。",
        why: "材料是否过期，要靠日期来判断。",
        help: "请对照材料原件，改成真实的日期。",
    },
    en: Words {
        title: "A day of a paper does not exist",
        message: "The calendar does not have the day written for this paper.",
        why: "From its days it follows whether a paper is still current.",
        help: "Compare with the paper and write the real day.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/issuedOn", "value": "2026-06-31"}]"#,
            ),
            expect: Expect::Fail("/documents/0/issuedOn"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        let mut real = |date, member: &'static str| {
            calendar::real_day(sink, date, || pointer!["documents", index, member]);
        };
        real(paper.issued_on.as_ref(), "issuedOn");
        real(paper.valid_until.as_ref(), "validUntil");
        real(paper.period_from.as_ref(), "periodFrom");
        real(paper.period_until.as_ref(), "periodUntil");
        let verified = paper.verified_by.as_ref().and_then(|verified| verified.on.as_ref());
        calendar::real_day(sink, verified, || pointer!["documents", index, "verifiedBy", "on"]);
    }
}
