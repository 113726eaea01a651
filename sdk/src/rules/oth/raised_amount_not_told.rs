//! An appeal that has begun should be given with the amount raised.

use crate::{
    code::lists::{Ask, CrowdfundingStatus, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-018",
    slug: "raised-amount-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-OTH-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "筹款还没有写筹到多少",
        message: "写了网络筹款，还没有写筹到的金额。",
        why: "筹到的钱也算在还缺多少里面。",
        help: "请对照平台的筹款页面填写，并写明截至哪一天。",
    },
    en: Words {
        title: "How much an appeal raised is not told yet",
        message: "The appeal is given without the amount raised.",
        why: "What was raised counts in what is still missing.",
        help: "Copy it from the platform's page and say of which day it is.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "truthDeclared": true}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let appeals = application.other_help.iter().flat_map(|help| help.crowdfunding.iter());
    for (index, appeal) in appeals.enumerate() {
        if matches!(appeal.status, Some(CrowdfundingStatus::Preparing | CrowdfundingStatus::Cancelled)) {
            continue;
        }
        sink.seen();
        if appeal.raised.is_none() {
            sink.fail(pointer!["otherHelp", "crowdfunding", index]);
        }
    }
}
