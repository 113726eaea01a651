//! A paper of another kind should be named.

use crate::{
    code::lists::{Ask, IdentifierType, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-020",
    slug: "child-other-paper-unnamed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "“其他证件”没有写清是什么证件",
        message: "选了“其他证件”，还要写明证件名称和签发机关。",
        why: "只有号码，看材料的人不知道这是什么证件、去哪里核实。",
        help: "请写上证件的全名和签发它的单位。",
    },
    en: Words {
        title: "What other paper it is, is not said",
        message: "For a paper of another kind, its name and issuer are needed too.",
        why: "A number alone does not tell what the paper is or where to ask about it.",
        help: "Add the full name of the paper and who issued it.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "other-document", "typeName": "救助站登记卡", "issuer": "示例救助站", "value": "0000001"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "other-document", "value": "0000001"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in identifier::of_child(application)
        .filter(|held| held.identifier.r#type == IdentifierType::OtherDocument)
    {
        sink.seen();
        if held.identifier.type_name.is_none() || held.identifier.issuer.is_none() {
            sink.fail(held.whole());
        }
    }
}
