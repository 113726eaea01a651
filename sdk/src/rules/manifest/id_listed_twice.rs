//! The application should list each receipt and each consent once.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::texts::IdText,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-126",
    slug: "id-listed-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PKG-125"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "同一份票据或授权同意书列了两次",
        message: "申请里同一个标识号列了两次。",
        why: "重复列出会让人以为有两份。",
        help: "请去掉重复的一个。",
    },
    en: Words {
        title: "A receipt or consent is listed twice",
        message: "The same id stands twice in the application's list.",
        why: "It looks as if there were two.",
        help: "Take one out.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "copy", "from": "/receiptIds/0", "path": "/receiptIds/-"}]"#),
            expect: Expect::Fail("/receiptIds/5"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let mut twice = |ids: &[IdText<'_>], member: &'static str| {
        for (index, id) in ids.iter().enumerate() {
            sink.seen();
            if ids.iter().take(index).any(|earlier| earlier == id) {
                sink.fail(pointer![member, index]);
            }
        }
    };
    twice(&application.receipt_ids, "receiptIds");
    twice(&application.consent_ids, "consentIds");
}
