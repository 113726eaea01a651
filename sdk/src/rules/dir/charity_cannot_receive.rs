//! A charity has no recipient that counts.

use crate::{
    code::lists::{Ask, MemberRole, Severity},
    model::Member,
    model::key::RecipientKey,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::moment;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-009",
    slug: "charity-cannot-receive",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "慈善组织没有现在能用的加密接收标识",
        message: "检查当天，这个慈善组织没有一个有效的加密接收标识。",
        why: "别家没法把资料包密封给它，只能改走别的路。",
        help: "请用 keygen 生成，把 age1 开头的接收标识登记进来。",
    },
    en: Words {
        title: "A charity has no recipient that counts",
        message: "On the day of the check the charity has no recipient to which a package can be sealed.",
        why: "Others cannot seal packages for it and have to find another way.",
        help: "Make one with keygen and enter the recipient that begins with age1.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/recipientKeys"}]"#),
            expect: Expect::Fail("/recipientKeys"),
        },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/members/2/recipientKeys"}]"#),
            expect: Expect::Pass,
        },
    ],
};

fn check(member: &Member<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !member.roles.contains(&MemberRole::Charity) {
        return;
    }
    sink.seen();
    let counts = |key: &RecipientKey<'_>| {
        moment::counts_on(&key.valid_from, &key.valid_until, key.revocation.as_ref(), case.as_of)
    };
    if !member.recipient_keys.iter().any(counts) {
        sink.fail(pointer!["recipientKeys"]);
    }
}
