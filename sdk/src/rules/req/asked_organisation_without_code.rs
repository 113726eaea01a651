//! An organisation of which help is asked should be given with its unified social credit code.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-004",
    slug: "asked-organisation-without-code",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-REQ-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "被申请的机构没有写代码",
        message: "只写了机构名称，没有统一社会信用代码。",
        why: "机构常有相近的名字，只有代码能认准是哪一家。",
        help: "请从机构网站或名录上查到代码填上。",
    },
    en: Words {
        title: "The organisation asked has no code",
        message: "It is named, but its unified social credit code is missing.",
        why: "Organisations have similar names; only the code tells which one it is.",
        help: "Look the code up on its website or in the directory.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/requests/0/recipient/code"}]"#),
            expect: Expect::Fail("/requests/0/recipient"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        sink.seen();
        if request.recipient.code.is_none() {
            sink.fail(pointer!["requests", index, "recipient"]);
        }
    }
}
