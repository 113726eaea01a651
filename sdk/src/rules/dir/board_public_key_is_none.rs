//! A public key of the board is none.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::keys;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-025",
    slug: "board-public-key-is-none",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "理事会的公钥不是真正的公钥",
        message: "这段文字不是 Ed25519 公钥，或者是一把谁都能冒签的弱公钥。",
        why: "用它核对不了名录的签名，或者谁都能签。",
        help: "请持有人用 keygen 重新生成密钥，从公钥文件里复制。",
    },
    en: Words {
        title: "A public key of the board is none",
        message: "This text is no Ed25519 public key, or one for which anybody can make signatures.",
        why: "With it no signature of the directory can be checked, or anybody can sign.",
        help: "Let its holder make a new key with keygen and copy it from the file of public keys.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/board/keys/1/publicKey", "value": "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}]"#,
            ),
            expect: Expect::Fail("/board/keys/1/publicKey"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, key) in directory.board.keys.iter().enumerate() {
        sink.seen();
        if keys::id_of(&key.public_key).is_none() {
            sink.fail(pointer!["board", "keys", number, "publicKey"]);
        }
    }
}
