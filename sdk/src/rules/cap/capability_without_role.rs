//! A capability must name a role.

use crate::{
    code::lists::{Ask, Severity},
    model::capability::Capability,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-005",
    slug: "capability-without-role",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CAP-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "没有写机构的角色",
        message: "没有写成员机构承担什么角色。",
        why: "不知道是慈善组织还是医院，就不知道该发什么给它。",
        help: "请从角色表里选择，例如慈善组织。",
    },
    en: Words {
        title: "No role is named",
        message: "It is not said in which role the member acts.",
        why: "Whoever does not know whether it is a charity or a hospital does not know what to send.",
        help: "Choose from the list of roles, such as charity.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/roles", "value": []}]"#),
            expect: Expect::Fail("/roles"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if capability.roles.is_empty() {
        sink.fail(pointer!["roles"]);
    }
}
