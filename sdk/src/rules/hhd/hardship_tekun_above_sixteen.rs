//! Extreme hardship of a child generally ends at sixteen.

use crate::{
    code::lists::{Ask, Hardship, Severity},
    model::application::Application,
    pointer,
    rules::calendar::today,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
    value::age_on,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-019",
    slug: "hardship-tekun-above-sixteen",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Family],
    zh: Words {
        title: "孩子已满 16 周岁，请核对特困身份",
        message: "特困人员一般包括未满 16 周岁的未成年人，孩子已满 16 周岁，也没有填残疾情况。",
        why: "身份可能已经停止，机构核实时会对不上。",
        help: "请向民政部门确认特困身份是否继续；有残疾证的，请补填残疾情况。",
    },
    en: Words {
        title: "The child is past sixteen: check the status of extreme hardship",
        message: "This status generally includes children under sixteen; the child is older, and no disability is given.",
        why: "The status may have ended, and the check with the authority would not agree.",
        help: "Ask civil affairs whether it goes on; if the child has a disability certificate, add it.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "tekun", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31", "ofChild": true}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers", "value": [{"type": "resident-id", "value": "331122201001010000"}]}, {"op": "add", "path": "/household", "value": {"size": 3, "annualIncome": "0.00", "hardships": [{"status": "tekun", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31", "ofChild": true}]}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0/status"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    let Some(birth) = identifier::child_birth(application) else { return };
    let Some(age) = age_on(birth, today(application, case)) else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        if hardship.status != Hardship::Tekun
            || hardship.of_child != Some(true)
            || hardship.ended_on.is_some()
        {
            continue;
        }
        sink.seen();
        if age >= 16 && application.child.disabilities.is_empty() {
            sink.fail(pointer!["household", "hardships", index, "status"]);
        }
    }
}
