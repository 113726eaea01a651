//! A request should say what kind of help is needed.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-007",
    slug: "kind-of-help-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-REQ-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有写需要哪种帮助",
        message: "这条申请没有写需要的是医疗费、药品还是其他。",
        why: "写明了，机构才能派给合适的项目。",
        help: "请选择需要的帮助，可以多选。",
    },
    en: Words {
        title: "What kind of help is needed is not told yet",
        message: "This request does not say whether it is about costs, drugs or something else.",
        why: "Once it is told, the organisation finds the right programme.",
        help: "Choose the kinds of help; there can be several.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/requests/0/kinds"}, {"op": "remove", "path": "/requests/0/aidKinds"}, {"op": "remove", "path": "/requests/0/purpose"}]"#,
            ),
            expect: Expect::Fail("/requests/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        sink.seen();
        if request.kinds.is_empty() && request.aid_kinds.is_empty() && request.purpose.is_none() {
            sink.fail(pointer!["requests", index]);
        }
    }
}
