//! There should be one request for each organisation and programme.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::application::Request,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation::Named},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-005",
    slug: "same-request-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-REQ-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "向同一机构的同一项目申请了两次",
        message: "两条申请写的是同一家机构、同一个项目。",
        why: "重复的申请会让机构以为要两份钱。",
        help: "请合并成一条；申请不同用途的，请写明项目。",
    },
    en: Words {
        title: "The same request twice",
        message: "Two requests are to the same organisation and programme.",
        why: "It looks as if the money were asked for twice.",
        help: "Make one of them; if they differ, name the programme.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "copy", "from": "/requests/0", "path": "/requests/-"}]"#),
            expect: Expect::Fail("/requests/2"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        sink.seen();
        let same = |earlier: &Request<'_>| {
            Named::from(&earlier.recipient).is(Named::from(&request.recipient))
                && earlier.programme_id == request.programme_id
                && earlier.programme_name == request.programme_name
                && earlier.award_line_id == request.award_line_id
        };
        if application.requests.iter().take(index).any(same) {
            sink.fail(pointer!["requests", index]);
        }
    }
}
