//! A member has no signing key that counts.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    model::key::SigningKey,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::moment;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-008",
    slug: "member-cannot-sign",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "成员没有现在能用的签名密钥",
        message: "检查当天，这个成员没有一把有效的签名密钥。",
        why: "它签出的资料包，别家核对不了。",
        help: "请用 keygen 生成签名密钥，把公钥登记进来；到期前记得更换。",
    },
    en: Words {
        title: "A member has no signing key that counts",
        message: "On the day of the check the member has no signing key that counts.",
        why: "Nobody can check the packages that it signs.",
        help: "Make a signing key with keygen and enter its public half; replace it before it ends.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/signingKeys/0/validUntil", "value": "2026-09-30T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/signingKeys"),
        },
        // The first instant of the day of the check, in China.
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/signingKeys/0/validUntil", "value": "2026-09-30T16:00:00Z"}]"#,
            ),
            expect: Expect::Pass,
        },
        // Revoked in the course of the day.
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/signingKeys/0/revocation", "value": {"at": "2026-10-01T10:00:00Z", "reason": "replaced"}}]"#,
            ),
            expect: Expect::Fail("/signingKeys"),
        },
    ],
};

fn check(member: &Member<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let counts = |key: &SigningKey<'_>| {
        moment::counts_on(&key.valid_from, &key.valid_until, key.revocation.as_ref(), case.as_of)
    };
    if !member.signing_keys.iter().any(counts) {
        sink.fail(pointer!["signingKeys"]);
    }
}
