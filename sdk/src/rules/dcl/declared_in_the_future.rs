//! A declaration must not be dated after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DCL-002",
    slug: "declared-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DCL-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "声明日期在将来",
        message: "声明日期还没有到。",
        why: "还没有作出的声明不能作为依据。",
        help: "请核对作出声明的日期。",
    },
    en: Words {
        title: "Declared in the future",
        message: "The day of the declaration has not come yet.",
        why: "Nothing can rest on what is not declared yet.",
        help: "Check the day.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/declarations/0/declaredOn", "value": "2027-04-01"}]"#,
            ),
            expect: Expect::Fail("/declarations/0/declaredOn"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, declaration) in application.declarations.iter().enumerate() {
        calendar::not_yet(sink, declaration.declared_on.as_ref(), case.as_of, || {
            pointer!["declarations", index, "declaredOn"]
        });
    }
}
