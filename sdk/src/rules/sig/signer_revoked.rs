//! A package must not be signed by a key that was revoked, or by a member that was.

use crate::{
    code::lists::{Ask, Severity},
    delivery::Standing,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::{CASE, SIGNATURE_OF_REVOKED, standings};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-006",
    slug: "signer-revoked",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SIG-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Sender],
    zh: Words {
        title: "签名的密钥已经作废",
        message: "签名用的密钥或签名的机构，已经被成员名录作废。",
        why: "作废的密钥可能落在别人手里，签名的时刻也可以随便写，不能再相信。",
        help: "请不要使用这个资料包；请和发送方当面或电话核实，由它用新的密钥重新签名。",
    },
    en: Words {
        title: "The key that signed was revoked",
        message: "The directory has revoked the key of this signature, or the member whose it is.",
        why: "A revoked key may be in other hands, which can write any time they like.",
        help: "Do not rely on this package; speak with the sender, who signs again with a new key.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: CASE, entry: "package", change: Change::Bytes("signed"), expect: Expect::Pass },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("signed-by-revoked-key"),
            expect: Expect::FailIn(SIGNATURE_OF_REVOKED, ""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (entry, standing) in standings(case) {
        sink.seen();
        if matches!(standing, Standing::Revoked(_)) {
            sink.fail_whole(Some(entry), &[]);
        }
    }
}
