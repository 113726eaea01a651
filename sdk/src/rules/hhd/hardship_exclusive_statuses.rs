//! Rigid expenditure excludes the other three.

use crate::{
    code::lists::{Ask, Hardship, Severity},
    model::application::{Application, HardshipStatus},
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::Date,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-020",
    slug: "hardship-exclusive-statuses",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Family],
    zh: Words {
        title: "刚性支出困难和低保等身份不能同时有",
        message: "刚性支出困难家庭的认定，以不属于特困、低保、低保边缘为前提，这里两种同时有效。",
        why: "其中一项可能已经变更，机构核实时会对不上。",
        help: "请核对两份证件的日期：已经停止的，填上终止日期。",
    },
    en: Words {
        title: "Rigid expenditure does not go with the minimum living allowance",
        message: "A family with rigid expenditure is one that is in none of extreme hardship, minimum living allowance or its edge; here both hold at one time.",
        why: "One of them may have changed, and the check with the authority would not agree.",
        help: "Compare the dates of both certificates, and give the day on which one ended.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "rigid-expenditure", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "GX-0001", "issuedOn": "2026-01-10", "validUntil": "2027-01-09"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "rigid-expenditure", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "GX-0001", "issuedOn": "2026-01-10", "validUntil": "2027-01-09"}}, {"op": "add", "path": "/household/hardships/1", "value": {"status": "dibao", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0/status"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "rigid-expenditure", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "GX-0001", "issuedOn": "2026-01-10", "validUntil": "2027-01-09"}}, {"op": "add", "path": "/household/hardships/1", "value": {"status": "dibao", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2024-01-01", "validUntil": "2024-12-31", "endedOn": "2024-12-31"}}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        if hardship.status != Hardship::RigidExpenditure {
            continue;
        }
        sink.seen();
        let excluded = |other: &HardshipStatus<'_>| {
            matches!(other.status, Hardship::Tekun | Hardship::Dibao | Hardship::DibaoEdge)
                && (&other.guardian_id, &other.member_id) == (&hardship.guardian_id, &hardship.member_id)
                && overlap(period(other), period(hardship))
        };
        if household.hardships.iter().any(excluded) {
            sink.fail(pointer!["household", "hardships", index, "status"]);
        }
    }
}

/// The first and the last day of a status, open where not known.
fn period(hardship: &HardshipStatus<'_>) -> (Option<Date>, Option<Date>) {
    (
        day(hardship.valid_from.as_ref()).or(day(hardship.issued_on.as_ref())),
        day(hardship.ended_on.as_ref()).or(day(hardship.valid_until.as_ref())),
    )
}

fn overlap(one: (Option<Date>, Option<Date>), other: (Option<Date>, Option<Date>)) -> bool {
    let ends_before = |until: Option<Date>, from: Option<Date>| matches!((until, from), (Some(until), Some(from)) if until < from);
    !ends_before(one.1, other.0) && !ends_before(other.1, one.0)
}
