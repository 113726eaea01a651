//! Every signature must be by a key that the member directory lists.

use crate::{
    code::lists::{Ask, Severity},
    delivery::Standing,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::{CASE, SIGNATURE, SIGNATURE_OF_STRANGER, standings};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-003",
    slug: "signer-unknown",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SIG-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Charity],
    zh: Words {
        title: "成员名录里没有签名用的密钥",
        message: "这个签名用的密钥，成员名录里没有。",
        why: "不知道是谁签的，签名就不能证明资料包来自哪家机构。",
        help: "请确认名录是最新一版；仍然没有的，请向发送方核实，或请秘书处查看。",
    },
    en: Words {
        title: "The directory does not know the key that signed",
        message: "The member directory has no key like the one of this signature.",
        why: "Where nobody knows who signed, the signature does not show from whom the package is.",
        help: "See that the directory is the newest; where it is, ask the sender, or the secretariat.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: CASE, entry: "package", change: Change::Bytes("signed"), expect: Expect::Pass },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("signed-by-stranger"),
            expect: Expect::FailIn(SIGNATURE_OF_STRANGER, ""),
        },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("signed-by-stranger-as-well"),
            expect: Expect::FailIn(SIGNATURE, ""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (entry, standing) in standings(case) {
        sink.seen();
        if matches!(standing, Standing::Unknown(_)) {
            sink.fail_whole(Some(entry), &[]);
        }
    }
}
