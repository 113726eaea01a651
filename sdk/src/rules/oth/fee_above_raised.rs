//! The fee of an appeal must not be above what was raised.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, need},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-010",
    slug: "fee-above-raised",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-OTH-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "平台手续费比筹到的还多",
        message: "手续费大于筹到的金额。",
        why: "手续费从筹款里扣，不会比筹到的多。",
        help: "请对照平台的筹款页面核对。",
    },
    en: Words {
        title: "The fee is above what was raised",
        message: "The platform's fee is above the amount raised.",
        why: "The fee is taken from what was raised and cannot be more.",
        help: "Compare with the platform's page.",
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
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "5000.01", "truthDeclared": true}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/fee"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let appeals = application.other_help.iter().flat_map(|help| help.crowdfunding.iter());
    for (index, appeal) in appeals.enumerate() {
        let (Some(raised), Some(fee)) = (need::yuan(appeal.raised.as_ref()), need::yuan(appeal.fee.as_ref()))
        else {
            continue;
        };
        sink.seen();
        if fee > raised {
            sink.fail(pointer!["otherHelp", "crowdfunding", index, "fee"]);
        }
    }
}
