//! A hardship of limited time should be given with its dates.

use crate::{
    code::Code,
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-017",
    slug: "hardship-dates-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-HHD-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Family],
    zh: Words {
        title: "没有写刚性支出认定的起止日期",
        message: "刚性支出困难家庭的认定有期限，这里没有写认定日期或有效期。",
        why: "没有日期，机构不知道认定现在还算不算数。",
        help: "请从认定文书上抄写认定日期和有效期。",
    },
    en: Words {
        title: "The dates of a limited hardship are missing",
        message: "This status is recognised for a limited time, but its issue or last day is not given.",
        why: "Without the dates nobody can tell whether it still holds.",
        help: "Copy the day of issue and the last day from the decision.",
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
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "rigid-expenditure", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "GX-0001", "issuedOn": "2026-01-10"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        if hardship.status.row().and_then(|row| row.column("max_validity_months")).is_none() {
            continue;
        }
        sink.seen();
        if hardship.issued_on.is_none() && hardship.valid_from.is_none() || hardship.valid_until.is_none() {
            sink.fail(pointer!["household", "hardships", index]);
        }
    }
}
