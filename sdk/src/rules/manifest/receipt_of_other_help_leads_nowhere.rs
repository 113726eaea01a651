//! Every receipt on which a charity has paid must be listed by the application, where its id is given.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-135",
    slug: "receipt-of-other-help-leads-nowhere",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-134"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "慈善资助引用的票据不在申请里",
        message: "慈善资助用过的这张票据，申请的票据清单里没有。",
        why: "不知道是哪张票据，就算不清还剩多少要救助。",
        help: "请把这张票据列进申请，或者改成正确的标识号。",
    },
    en: Words {
        title: "A receipt of a charity's help leads nowhere",
        message: "The receipt that a charity has paid on is not in the application's list.",
        why: "Nobody can work out how much is left.",
        help: "List the receipt in the application, or correct the id.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp", "value": {"charity": [{"organisation": {"name": "测试慈善会"}, "kind": "cash", "status": "received", "amount": "100.00", "receiptIds": ["019a0000-0000-7000-8000-000000000140"]}]}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp", "value": {"charity": [{"organisation": {"name": "测试慈善会"}, "kind": "cash", "status": "received", "amount": "100.00", "receiptIds": ["019a0000-0000-7000-8000-0000000000e1"]}]}}]"#,
            ),
            expect: Expect::Fail("/otherHelp/charity/0/receiptIds/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let help = application.other_help.iter().flat_map(|help| help.charity.iter());
    for (index, charity) in help.enumerate() {
        for (place, id) in charity.receipt_ids.iter().enumerate() {
            sink.seen();
            if !application.receipt_ids.contains(id) {
                sink.fail(pointer!["otherHelp", "charity", index, "receiptIds", place]);
            }
        }
    }
}
