//! A child's paper should be given with its number.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-017",
    slug: "child-paper-without-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的证件没有填号码",
        message: "选了这种证件，但没有写号码。",
        why: "没有号码就认不出孩子，也查不到孩子已得到的救助。",
        help: "请从证件上抄写号码；还没拿到证件的，请改选“暂无证件”并写明原因。",
    },
    en: Words {
        title: "A paper of the child has no number",
        message: "This kind of paper is chosen, but its number is missing.",
        why: "Without the number the child cannot be recognised, nor can earlier aid be found.",
        help: "Copy the number from the paper; where it is not at hand yet, choose none-yet and say why.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "passport"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_numbers_given(identifier::of_child(application), sink);
}
