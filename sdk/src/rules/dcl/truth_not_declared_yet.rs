//! An application should have a declaration of its truth.

use crate::{
    code::lists::{Ask, DeclarationKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DCL-003",
    slug: "truth-not-declared-yet",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-DCL-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有作真实性承诺",
        message: "申请里还没有真实性承诺。",
        why: "求助人要对所说的情况负责，有了承诺机构才放心。",
        help: "请监护人读一读承诺的内容，同意后补上。",
    },
    en: Words {
        title: "The truth of the application is not declared yet",
        message: "The application has no declaration of its truth yet.",
        why: "Who asks for help answers for what is said; the declaration gives confidence.",
        help: "Let the guardian read the wording and add the declaration.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/declarations/0"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if !application.declarations.iter().any(|declaration| declaration.kind == DeclarationKind::Truthfulness) {
        sink.fail(pointer![]);
    }
}
