//! The dates of a hardship must be in order.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-014",
    slug: "hardship-dates-reversed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-HHD-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::CivilAffairs],
    zh: Words {
        title: "困难身份的日期先后不对",
        message: "有效期止、终止日期早于认定日期或有效期起。",
        why: "机构要按这些日期判断身份现在是否有效。",
        help: "请对照证件核对年份，常见的是把年份抄错。",
    },
    en: Words {
        title: "The dates of a hardship are in the wrong order",
        message: "Its last day lies before the day of issue or the first day.",
        why: "From these dates charities tell whether it holds now.",
        help: "Compare the years with the certificate; a year is most often miscopied.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "dibao", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "dibao", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2025-12-31"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0/validUntil"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        let first = day(hardship.valid_from.as_ref()).or(day(hardship.issued_on.as_ref()));
        let Some(first) = first else { continue };
        for (member, last) in [("validUntil", &hardship.valid_until), ("endedOn", &hardship.ended_on)] {
            let Some(last) = day(last.as_ref()) else { continue };
            sink.seen();
            if last < first {
                sink.fail(pointer!["household", "hardships", index, member]);
            }
        }
    }
}
