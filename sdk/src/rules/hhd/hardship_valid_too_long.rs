//! Some hardships are recognised for a limited time.

use crate::{
    code::Code,
    code::lists::{Ask, Severity},
    finding::Param,
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-016",
    slug: "hardship-valid-too-long",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Family],
    zh: Words {
        title: "证明的有效期超过了规定的上限",
        message: "这类困难身份一次认定最长 {months} 个月，填写的有效期更长。",
        why: "有效期抄错，机构会以为证明还有效，付款前才发现。",
        help: "请对照认定文书核对起止日期；文书上确实如此的，请保留并告诉受理人员。",
    },
    en: Words {
        title: "A hardship holds longer than it can",
        message: "This status is recognised for at most {months} months at a time; the dates given are further apart.",
        why: "With a wrong last day the charity finds out only before paying.",
        help: "Compare both dates with the decision; if it says so, leave them and tell the person who takes the application.",
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
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "rigid-expenditure", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "GX-0001", "issuedOn": "2026-01-10", "validUntil": "2027-02-10"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0/validUntil"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        let months = hardship
            .status
            .row()
            .and_then(|row| row.column("max_validity_months"))
            .and_then(|months| months.parse().ok());
        let first = day(hardship.valid_from.as_ref()).or(day(hardship.issued_on.as_ref()));
        let (Some(months), Some(first), Some(last)) = (months, first, day(hardship.valid_until.as_ref()))
        else {
            continue;
        };
        sink.seen();
        if first.plus_months(months).is_some_and(|longest| last > longest) {
            let at = pointer!["household", "hardships", index, "validUntil"];
            sink.fail_with(at, &[("months", Param::Count(u64::try_from(months).unwrap_or_default()))]);
        }
    }
}
