//! Where a child has no paper yet, there is no number.

use crate::{
    code::lists::{Ask, IdentifierType, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-016",
    slug: "child-none-yet-with-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "选了“暂无证件”又填了号码",
        message: "这一项说孩子还没有证件，却写了一个号码。",
        why: "看材料的人不知道该信哪一个。",
        help: "如果号码属于某个证件，请改选那种证件；否则删去号码。",
    },
    en: Words {
        title: "None-yet is chosen, yet a number is given",
        message: "This item says that the child has no paper yet, but it has a number.",
        why: "Whoever reads it cannot tell which to believe.",
        help: "If the number belongs to a paper, choose that kind; else take the number out.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers", "value": [{"type": "none-yet", "noneYetReason": "newborn"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers", "value": [{"type": "none-yet", "noneYetReason": "newborn", "value": "X330000000"}]}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in
        identifier::of_child(application).filter(|held| held.identifier.r#type == IdentifierType::NoneYet)
    {
        sink.seen();
        if held.number().is_some() {
            sink.fail(held.at("value"));
        }
    }
}
