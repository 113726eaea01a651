//! Token shares of one key do not agree on how many of them it takes, or there are not as many.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-037",
    slug: "token-share-threshold",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-037"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat, Ask::Developer],
    zh: Words {
        title: "令牌的所需份额数不对",
        message: "所需份额数是 0，超过了名录中同一用途、同一周期的份额总数，或者与同一密钥的其他份额所写的不一致。",
        why: "份额不够数，谁也算不出令牌；所写的数不一致，各机构会算出不同的令牌，同一个孩子就查不到。",
        help: "请按生成密钥时定下的数填写，同一密钥的各个份额写同一个数，并把份额登记齐全。",
    },
    en: Words {
        title: "The threshold of token shares is wrong",
        message: "The threshold is 0, or more than the directory has shares of this purpose and epoch, or another one than other shares of the key state.",
        why: "With too few shares nobody makes a token; with different thresholds members make different ones, and a child that was helped is not found.",
        help: "Enter the number that was set when the key was made, the same for every share of it, and list all shares.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/members/1/tokenShares/0/threshold", "value": 2}]"#,
            ),
            expect: Expect::Fail("/members/1/tokenShares/0/threshold"),
        },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/members/1/tokenShares/0/threshold", "value": 0}]"#,
            ),
            expect: Expect::Fail("/members/1/tokenShares/0/threshold"),
        },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/1/tokenShares/0", "path": "/members/1/tokenShares/1"},
                {"op": "replace", "path": "/members/1/tokenShares/1/share", "value": 2},
                {"op": "replace", "path": "/members/1/tokenShares/1/threshold", "value": 2}]"#,
            ),
            expect: Expect::Fail("/members/1/tokenShares/1/threshold"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let all = || directory.members.iter().flat_map(|member| member.token_shares.iter());
    for (number, member) in directory.members.iter().enumerate() {
        for (place, share) in member.token_shares.iter().enumerate() {
            sink.seen();
            let mut key =
                all().filter(|other| (other.purpose, other.epoch) == (share.purpose, share.epoch)).peekable();
            // Those that differ from the first are told of, not the first.
            let differs = key.peek().is_some_and(|first| first.threshold != share.threshold);
            let most = u32::try_from(key.count()).unwrap_or(u32::MAX);
            if differs || !(1..=most).contains(&share.threshold.get()) {
                sink.fail(pointer!["members", number, "tokenShares", place, "threshold"]);
            }
        }
    }
}
