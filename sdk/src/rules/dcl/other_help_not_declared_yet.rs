//! Where other help is given, it should be declared that all of it is told.

use crate::{
    code::lists::{Ask, DeclarationKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DCL-005",
    slug: "other-help-not-declared-yet",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-DCL-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有承诺如实告知其他帮助",
        message: "申请写了其他帮助，还没有“如实告知其他帮助”的承诺。",
        why: "几家机构一起帮时，彼此知道才不会重复。",
        help: "请监护人确认其他帮助都写上了，再补这项承诺。",
    },
    en: Words {
        title: "It is not declared yet that all other help is told",
        message: "Other help is given, and it is not declared yet that all of it is told.",
        why: "Where several organisations help, they must know of each other.",
        help: "Let the guardian make sure that all is written down, then add this declaration.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/declarations/2"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if application.other_help.is_none() {
        return;
    }
    sink.seen();
    if !application
        .declarations
        .iter()
        .any(|declaration| declaration.kind == DeclarationKind::OtherHelpDisclosed)
    {
        sink.fail(pointer![]);
    }
}
