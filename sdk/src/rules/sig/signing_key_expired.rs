//! A package must not be signed by a key that had expired when it was made.

use crate::{
    code::lists::{Ask, Severity},
    delivery::Standing,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::{CASE, SIGNATURE_OF_OLD, standings};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-004",
    slug: "signing-key-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SIG-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender],
    zh: Words {
        title: "签名的密钥当时已经过期",
        message: "资料包制作的时候，签名用的密钥已经过了有效期。",
        why: "过期的密钥可能已经没有人保管，不能再代表那家机构。",
        help: "请发送方换用有效的密钥重新签名。",
    },
    en: Words {
        title: "The key that signed had expired",
        message: "When the package was made, the key of this signature had expired.",
        why: "An expired key may be in nobody's care any more, and does not speak for its organisation.",
        help: "Ask the sender to sign again with a key that is in force.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: CASE, entry: "package", change: Change::Bytes("signed"), expect: Expect::Pass },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("signed-by-expired-key"),
            expect: Expect::FailIn(SIGNATURE_OF_OLD, ""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (entry, standing) in standings(case) {
        sink.seen();
        if matches!(standing, Standing::Expired(_)) {
            sink.fail_whole(Some(entry), &[]);
        }
    }
}
