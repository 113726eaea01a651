//! A child cannot be its own guardian.

use crate::{
    code::lists::{Ask, Relation, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-022",
    slug: "guardian-is-the-child",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-GRD-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子不能做自己的监护人",
        message: "监护人的关系填成了“本人”。",
        why: "未成年的孩子要由别人监护，签字才算数。",
        help: "请填父母或其他监护人；15 岁左右的孩子可以在授权同意书里自己签字，但监护人仍要另填。",
    },
    en: Words {
        title: "A child cannot be its own guardian",
        message: "The relation of a guardian is given as the child itself.",
        why: "A child under age has a guardian, without whom signatures do not count.",
        help: "Give the parents or other guardians; a child of fourteen or more also signs its own consent, but a guardian is needed still.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/relation", "value": "child"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/relation"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        let Some(relation) = guardian.relation else { continue };
        sink.seen();
        if relation == Relation::Child {
            sink.fail(pointer!["guardians", index, "relation"]);
        }
    }
}
