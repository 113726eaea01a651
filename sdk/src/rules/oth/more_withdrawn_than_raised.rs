//! What is withdrawn from an appeal must not be above what was raised.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, need},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-008",
    slug: "more-withdrawn-than-raised",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-OTH-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "提现比筹到的还多",
        message: "提现金额大于筹到的金额。",
        why: "多半有一个数写错了，会影响算还缺多少钱。",
        help: "请对照平台的筹款页面核对两个金额。",
    },
    en: Words {
        title: "More is withdrawn than was raised",
        message: "The amount withdrawn is above the amount raised.",
        why: "One of the figures is probably wrong, and with it what is still missing.",
        help: "Compare both with the platform's page.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true, "withdrawn": "4820.00"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true, "withdrawn": "6000.00"}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/withdrawn"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let appeals = application.other_help.iter().flat_map(|help| help.crowdfunding.iter());
    for (index, appeal) in appeals.enumerate() {
        let (Some(raised), Some(withdrawn)) =
            (need::yuan(appeal.raised.as_ref()), need::yuan(appeal.withdrawn.as_ref()))
        else {
            continue;
        };
        sink.seen();
        if withdrawn > raised {
            sink.fail(pointer!["otherHelp", "crowdfunding", index, "withdrawn"]);
        }
    }
}
