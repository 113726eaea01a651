//! The number of a token share is wrong.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    model::member::TokenShare,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-012",
    slug: "token-share-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat, Ask::Developer],
    zh: Words {
        title: "令牌密钥份额的编号不对",
        message: "份额编号是 0，或者同一用途、同一周期的同一编号登记了两次。",
        why: "合成令牌时按编号取用份额，编号不对就算不出正确的令牌。",
        help: "请按生成密钥时分配的编号填写，从 1 开始。",
    },
    en: Words {
        title: "The number of a token share is wrong",
        message: "The share has the number 0, or one purpose and epoch have the same number twice.",
        why: "Tokens are put together by the numbers of the shares; with a wrong one they come out wrong.",
        help: "Enter the number that was given when the key was made, from 1.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/tokenShares/0/share", "value": 0}]"#),
            expect: Expect::Fail("/tokenShares/0/share"),
        },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(r#"[{"op": "copy", "from": "/tokenShares/0", "path": "/tokenShares/1"}]"#),
            expect: Expect::Fail("/tokenShares/1/share"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let shares = &member.token_shares;
    for (number, share) in shares.iter().enumerate() {
        sink.seen();
        let same = |other: &TokenShare<'_>| {
            (other.purpose, other.epoch, other.share) == (share.purpose, share.epoch, share.share)
        };
        if share.share.get() == 0 || shares.iter().take(number).any(same) {
            sink.fail(pointer!["tokenShares", number, "share"]);
        }
    }
}
