//! An instant in a member's entry is none.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    model::key::KeyRevocation,
    model::texts::InstantText,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::moment;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-004",
    slug: "member-instant-not-real",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "成员登记里的时刻不存在",
        message: "这个时刻的日期或钟点在历法和时钟上没有，例如 2 月 30 日或 25 点。",
        why: "时刻不真实，就算不出密钥和成员资格什么时候有效。",
        help: "请核对后改正；时刻按协调世界时书写，以 Z 结尾。",
    },
    en: Words {
        title: "An instant in a member's entry is none",
        message: "No calendar or clock has this instant, such as 30 February or 25 o'clock.",
        why: "Without a real instant nobody can tell when a key or a membership counts.",
        help: "Check and correct it; instants are written in UTC and end in Z.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/validFrom", "value": "2025-02-30T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/validFrom"),
        },
        // No year of the standard.
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/validUntil", "value": "9999-12-31T23:59:59Z"}]"#,
            ),
            expect: Expect::Fail("/validUntil"),
        },
        // In China it is the year 3000.
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/validUntil", "value": "2999-12-31T16:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/validUntil"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    moment::real(sink, Some(&member.valid_from), || pointer!["validFrom"]);
    moment::real(sink, member.valid_until.as_ref(), || pointer!["validUntil"]);
    for (number, key) in member.signing_keys.iter().enumerate() {
        term(sink, &key.valid_from, &key.valid_until, key.revocation.as_ref(), "signingKeys", number);
    }
    for (number, key) in member.recipient_keys.iter().enumerate() {
        term(sink, &key.valid_from, &key.valid_until, key.revocation.as_ref(), "recipientKeys", number);
    }
}

/// The three instants of a key.
fn term(
    sink: &mut Sink<'_>,
    from: &InstantText<'_>,
    until: &InstantText<'_>,
    revocation: Option<&KeyRevocation<'_>>,
    list: &'static str,
    number: usize,
) {
    moment::real(sink, Some(from), || pointer![list, number, "validFrom"]);
    moment::real(sink, Some(until), || pointer![list, number, "validUntil"]);
    moment::real(sink, revocation.map(|revocation| &revocation.at), || {
        pointer![list, number, "revocation", "at"]
    });
}
