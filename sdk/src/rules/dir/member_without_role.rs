//! A member has no role.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-010",
    slug: "member-without-role",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "没有写成员的角色",
        message: "没有写这个成员在联盟里做什么。",
        why: "别家不知道可以向它转介、查询还是送资料。",
        help: "请补上角色，例如慈善组织、医疗机构。",
    },
    en: Words {
        title: "A member has no role",
        message: "Nothing says what this member does in the alliance.",
        why: "Others do not know what to send to it or to ask of it.",
        help: "Add its roles, such as charity or hospital.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/members/2/roles", "value": []}]"#),
            expect: Expect::Fail("/members/2/roles"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if member.roles.is_empty() {
        sink.fail(pointer!["roles"]);
    }
}
