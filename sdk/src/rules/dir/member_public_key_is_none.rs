//! The public key of a member is none.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::keys;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-002",
    slug: "member-public-key-is-none",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "成员的公钥不是真正的公钥",
        message: "这段文字不是 Ed25519 公钥，或者是一把谁都能冒签的弱公钥。",
        why: "这样的公钥核对不了签名，或者什么都保护不了。",
        help: "请用 keygen 重新生成密钥，从公钥文件里复制。",
    },
    en: Words {
        title: "The public key of a member is none",
        message: "This text is no Ed25519 public key, or one for which anybody can make signatures.",
        why: "With such a key no signature can be checked, or every signature passes.",
        help: "Make a new key with keygen and copy it from the file of public keys.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/signingKeys/0/publicKey", "value": "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]"#,
            ),
            expect: Expect::Fail("/signingKeys/0/publicKey"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, key) in member.signing_keys.iter().enumerate() {
        sink.seen();
        if keys::id_of(&key.public_key).is_none() {
            sink.fail(pointer!["signingKeys", number, "publicKey"]);
        }
    }
}
