//! Token shares and role differ.

use crate::{
    code::lists::{Ask, MemberRole, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-011",
    slug: "token-share-without-role",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat, Ask::Developer],
    zh: Words {
        title: "令牌密钥份额和角色不一致",
        message: "登记了令牌密钥份额却没有“令牌计算方”角色，或者有这个角色却没有登记份额。",
        why: "别家凭这些公钥核对令牌计算的证明，缺了就核对不了。",
        help: "请核对：是计算方的补上份额，不是的删掉份额。",
    },
    en: Words {
        title: "Token shares and role differ",
        message: "The member has token shares and not the role of evaluator, or the role and no share.",
        why: "Others check the evaluator's proofs by these keys; without them they cannot.",
        help: "Add the shares where the member is an evaluator, else take them away.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/tokenShares"}]"#),
            expect: Expect::Fail("/tokenShares"),
        },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/roles", "value": ["charity"]}]"#),
            expect: Expect::Fail("/tokenShares"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let evaluates = member.roles.contains(&MemberRole::Evaluator);
    if !evaluates && member.token_shares.is_empty() {
        return;
    }
    sink.seen();
    if evaluates == member.token_shares.is_empty() {
        sink.fail(pointer!["tokenShares"]);
    }
}
