//! A key is to live too long.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::moment;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-006",
    slug: "key-lives-too-long",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "密钥用得太久",
        message: "密钥的有效期超过三年。",
        why: "密钥用得越久，丢失或泄露的机会越大；到期更换也是一次练习。",
        help: "请把有效期定在三年以内，到期前换成新密钥。",
    },
    en: Words {
        title: "A key is to live too long",
        message: "The key is to count for more than three years.",
        why: "The longer a key is used, the likelier it is lost or stolen; and changing it is practice.",
        help: "Let it count for three years at most, and put a new one beside it in time.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/recipientKeys/0/validUntil", "value": "2029-09-03T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/recipientKeys/0/validUntil"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, key) in member.signing_keys.iter().enumerate() {
        moment::at_most_years(sink, &key.valid_from, &key.valid_until, MOST, || {
            pointer!["signingKeys", number, "validUntil"]
        });
    }
    for (number, key) in member.recipient_keys.iter().enumerate() {
        moment::at_most_years(sink, &key.valid_from, &key.valid_until, MOST, || {
            pointer!["recipientKeys", number, "validUntil"]
        });
    }
}

/// For how many years a key should count.
const MOST: i64 = 3;
