//! Whether the risk was removed is part of the status.

use crate::{
    code::lists::{Ask, Hardship, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-018",
    slug: "hardship-risk-unstated",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-HHD-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::VillageCommittee],
    zh: Words {
        title: "没有写监测风险是否已消除",
        message: "防止返贫监测对象要写明风险是否已标注消除。",
        why: "风险已消除的和未消除的，能得到的帮助不同。",
        help: "请向村委会或乡镇（街道）询问，在系统里是否已标注“风险消除”。",
    },
    en: Words {
        title: "Whether the risk was removed is not said",
        message: "Somebody watched against falling back into poverty is marked as at risk or not; this is not given.",
        why: "What help there is depends on it.",
        help: "Ask the village committee or the township whether the system shows the risk as removed.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "relapse-watch-sudden", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31", "riskRemoved": false}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "relapse-watch-sudden", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        let watched = matches!(
            hardship.status,
            Hardship::RelapseWatch
                | Hardship::RelapseWatchUnstable
                | Hardship::RelapseWatchMarginal
                | Hardship::RelapseWatchSudden
        );
        if !watched {
            continue;
        }
        sink.seen();
        if hardship.risk_removed.is_none() {
            sink.fail(pointer!["household", "hardships", index]);
        }
    }
}
