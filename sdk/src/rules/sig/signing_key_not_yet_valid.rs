//! A package must not be signed by a key that was not yet in force when it was made.

use crate::{
    code::lists::{Ask, Severity},
    delivery::Standing,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::{CASE, SIGNATURE_OF_NEW, standings};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-005",
    slug: "signing-key-not-yet-valid",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SIG-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender],
    zh: Words {
        title: "签名的密钥当时还没有生效",
        message: "资料包制作的时候，签名用的密钥还没有生效。",
        why: "制作时刻早于密钥生效，说明时刻或密钥有一个不对。",
        help: "请发送方核对电脑的时钟和所用的密钥，重新打包签名。",
    },
    en: Words {
        title: "The key that signed was not yet in force",
        message: "When the package was made, the key of this signature was not yet in force.",
        why: "Either the time of making is wrong, or the key is.",
        help: "Ask the sender to see to the clock and the key, and to pack and sign again.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: CASE, entry: "package", change: Change::Bytes("signed"), expect: Expect::Pass },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("signed-by-future-key"),
            expect: Expect::FailIn(SIGNATURE_OF_NEW, ""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (entry, standing) in standings(case) {
        sink.seen();
        if matches!(standing, Standing::NotYetValid(_)) {
            sink.fail_whole(Some(entry), &[]);
        }
    }
}
