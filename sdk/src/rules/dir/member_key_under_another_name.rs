//! A key goes under the name of another.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::keys;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-001",
    slug: "member-key-under-another-name",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Secretariat],
    zh: Words {
        title: "密钥的标识和公钥对不上",
        message: "公钥标识不是由这把公钥算出来的，两者写的不是同一把密钥。",
        why: "签名凭标识找公钥；对不上，就可能有人把公钥换掉了。",
        help: "请用 keygen 生成的公钥文件重新填写，标识和公钥一起复制，不要手抄。",
    },
    en: Words {
        title: "A key goes under the name of another",
        message: "The name of the key does not follow from its public key: they are of two different keys.",
        why: "Signatures find their key by its name; where the two differ, somebody may have swapped the key.",
        help: "Copy name and public key together from the file that keygen wrote; do not type them.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/tokenShares/0/publicKey", "path": "/signingKeys/0/keyId"}]"#,
            ),
            expect: Expect::Fail("/signingKeys/0/keyId"),
        },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/1/signingKeys/0/publicKey", "path": "/members/2/signingKeys/0/keyId"}]"#,
            ),
            expect: Expect::Fail("/members/2/signingKeys/0/keyId"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, key) in member.signing_keys.iter().enumerate() {
        let Some(id) = keys::id_of(&key.public_key) else { continue };
        sink.seen();
        if id != key.key_id.as_str() {
            sink.fail(pointer!["signingKeys", number, "keyId"]);
        }
    }
}
