//! Every payee that a request names must be one of the application's payees.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-134",
    slug: "payee-reference-leads-nowhere",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-133"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "引用的收款方不在申请里",
        message: "这里引用的收款方，申请的收款方里没有。",
        why: "不知道该付给谁，款就付不出去。",
        help: "请核对指的是哪个收款方，改成正确的标识号。",
    },
    en: Words {
        title: "A reference to a payee leads nowhere",
        message: "The payee pointed to here is not in the application.",
        why: "Nobody knows whom to pay.",
        help: "Check which payee is meant and correct the id.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/0/payeeIds", "value": ["019a0000-0000-7000-8000-0000000000e1"]}]"#,
            ),
            expect: Expect::Fail("/requests/0/payeeIds/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        for (place, id) in request.payee_ids.iter().enumerate() {
            sink.seen();
            if !application.payees.iter().any(|payee| payee.payee_id == *id) {
                sink.fail(pointer!["requests", index, "payeeIds", place]);
            }
        }
    }
}
