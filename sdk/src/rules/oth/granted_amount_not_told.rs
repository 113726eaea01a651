//! Aid that an authority has granted should be given with its amount.

use crate::{
    code::lists::{Ask, GovernmentAidStatus, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-015",
    slug: "granted-amount-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-OTH-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::CivilAffairs],
    zh: Words {
        title: "政府救助已获批，还没有写金额",
        message: "写着已获批，还没有写批了多少。",
        why: "知道批了多少，才能算出还缺多少。",
        help: "请看批准通知，填写金额；还没到账的也可以先填。",
    },
    en: Words {
        title: "The amount granted by an authority is not told yet",
        message: "The aid is granted, and its amount is not given yet.",
        why: "Only with it one can tell how much is still missing.",
        help: "Look at the decision and write the amount, even if it is not paid yet.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/otherHelp/government/0/amount"}]"#),
            expect: Expect::Fail("/otherHelp/government/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let government = application.other_help.iter().flat_map(|help| help.government.iter());
    for (index, one) in government.enumerate() {
        if !matches!(one.status, Some(GovernmentAidStatus::Granted | GovernmentAidStatus::Insufficient)) {
            continue;
        }
        sink.seen();
        if one.amount.is_none() {
            sink.fail(pointer!["otherHelp", "government", index]);
        }
    }
}
