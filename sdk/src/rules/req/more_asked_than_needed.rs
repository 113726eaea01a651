//! The amount asked of one organisation should not be above the estimate less what others pay.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, need},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-009",
    slug: "more-asked-than-needed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-REQ-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "申请金额超过了还缺的钱",
        message: "向这一家申请的金额，比预估费用减去其他来源后还缺的多。",
        why: "超出需要的部分不会给，还会耽误审核。",
        help: "请核对预估费用和其他帮助，把金额改到还缺的数额以内。",
    },
    en: Words {
        title: "More is asked for than is needed",
        message: "The amount asked of this organisation is above the estimate less all other help.",
        why: "What is beyond the need is not granted, and the decision takes longer.",
        help: "Check the estimate and the other help, and ask for no more than is missing.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/requests/0/amount", "value": "379999.00"}]"#),
            expect: Expect::Fail("/requests/0/amount"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(needed) = need::after_appeals(application) else { return };
    for (index, request) in application.requests.iter().enumerate() {
        let Some(amount) = need::yuan(request.amount.as_ref()) else { continue };
        sink.seen();
        if amount > needed {
            sink.fail(pointer!["requests", index, "amount"]);
        }
    }
}
