//! A declaration should say who declares.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DCL-004",
    slug: "who-declares-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DCL-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "没有写是谁作的声明",
        message: "这项声明没有写声明人。",
        why: "声明要有人负责。",
        help: "请指明是哪一位监护人、是不是孩子本人，或者写声明人的姓名。",
    },
    en: Words {
        title: "Who declares is not told",
        message: "This declaration does not say who declares.",
        why: "Somebody must answer for it.",
        help: "Say which guardian it is, whether it is the child, or give the name.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/declarations/0/guardianId"}]"#),
            expect: Expect::Fail("/declarations/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, declaration) in application.declarations.iter().enumerate() {
        sink.seen();
        let told = declaration.guardian_id.is_some()
            || declaration.declared_by.is_some()
            || declaration.by_child == Some(true);
        if !told {
            sink.fail(pointer!["declarations", index]);
        }
    }
}
