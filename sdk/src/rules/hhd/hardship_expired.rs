//! A hardship should hold today.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-015",
    slug: "hardship-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Family],
    zh: Words {
        title: "困难身份的证明已经到期",
        message: "按填写的有效期，这份证明今天已过期，也没有注明终止。",
        why: "过期的证明，项目一般不再认。",
        help: "请向发证的民政部门或乡镇（街道）办理续期；已不再享受的，请填终止日期。",
    },
    en: Words {
        title: "The proof of a hardship has expired",
        message: "By its last day the certificate no longer holds today, and it is not said to have ended.",
        why: "Programmes generally do not go by a certificate that has expired.",
        help: "Ask the civil affairs department or township that issued it to renew it; if the status has ended, give the day it did.",
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
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "dibao", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-06-30"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0/validUntil"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        let Some(last) = day(hardship.valid_until.as_ref()) else { continue };
        let first = day(hardship.valid_from.as_ref()).or(day(hardship.issued_on.as_ref()));
        sink.seen();
        if last < case.as_of && hardship.ended_on.is_none() && first.is_none_or(|first| first <= last) {
            sink.fail(pointer!["household", "hardships", index, "validUntil"]);
        }
    }
}
