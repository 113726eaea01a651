//! A key ends before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::moment;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-005",
    slug: "key-ends-before-it-begins",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "密钥还没启用就已到期",
        message: "密钥的到期时刻不晚于启用时刻。",
        why: "这样的密钥没有一刻是有效的，用它签的名、向它密封的包都不算数。",
        help: "请核对两个时刻，看是不是写反了。",
    },
    en: Words {
        title: "A key ends before it begins",
        message: "The key's last instant is not after its first.",
        why: "Such a key never counts: not for a signature, and not for a package.",
        help: "Compare the two instants; they may be swapped.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/members/0/signingKeys/1/validUntil", "value": "2025-09-01T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/members/0/signingKeys/1/validUntil"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, key) in member.signing_keys.iter().enumerate() {
        moment::in_order(sink, &key.valid_from, &key.valid_until, || {
            pointer!["signingKeys", number, "validUntil"]
        });
    }
    for (number, key) in member.recipient_keys.iter().enumerate() {
        moment::in_order(sink, &key.valid_from, &key.valid_until, || {
            pointer!["recipientKeys", number, "validUntil"]
        });
    }
}
