//! The fee returned must not be above the fee taken.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, need},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-011",
    slug: "more-fee-returned-than-taken",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-OTH-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "返还的手续费比收的还多",
        message: "返还的手续费大于收取的手续费。",
        why: "返还的不会比收的多，多半有一个数写错了。",
        help: "请对照平台的筹款页面核对。",
    },
    en: Words {
        title: "More of the fee is returned than was taken",
        message: "The fee returned is above the fee taken.",
        why: "One of the figures is probably wrong.",
        help: "Compare with the platform's page.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true, "feeReturned": "150.00"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true, "feeReturned": "200.00"}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/feeReturned"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let appeals = application.other_help.iter().flat_map(|help| help.crowdfunding.iter());
    for (index, appeal) in appeals.enumerate() {
        let (Some(fee), Some(returned)) =
            (need::yuan(appeal.fee.as_ref()), need::yuan(appeal.fee_returned.as_ref()))
        else {
            continue;
        };
        sink.seen();
        if returned > fee {
            sink.fail(pointer!["otherHelp", "crowdfunding", index, "feeReturned"]);
        }
    }
}
