//! Refunds and withdrawals together must not be above what was raised.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, need},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-009",
    slug: "more-refunded-than-left",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-OTH-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "退款加提现比筹到的还多",
        message: "退款和提现加起来大于筹到的金额。",
        why: "多半有一个数写错了，会影响算还缺多少钱。",
        help: "请对照平台的筹款页面核对这几个金额。",
    },
    en: Words {
        title: "More is refunded than was left",
        message: "Refunds and withdrawals together are above the amount raised.",
        why: "One of the figures is probably wrong, and with it what is still missing.",
        help: "Compare them with the platform's page.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true, "withdrawn": "4000.00", "refunded": "500.00"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true, "withdrawn": "4000.00", "refunded": "2000.00"}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/refunded"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let appeals = application.other_help.iter().flat_map(|help| help.crowdfunding.iter());
    for (index, appeal) in appeals.enumerate() {
        let (Some(raised), Some(refunded)) =
            (need::yuan(appeal.raised.as_ref()), need::yuan(appeal.refunded.as_ref()))
        else {
            continue;
        };
        let withdrawn = need::yuan(appeal.withdrawn.as_ref()).unwrap_or(Money::ZERO);
        if withdrawn > raised {
            continue;
        }
        sink.seen();
        if withdrawn.checked_add(refunded).is_none_or(|sum| sum > raised) {
            sink.fail(pointer!["otherHelp", "crowdfunding", index, "refunded"]);
        }
    }
}
