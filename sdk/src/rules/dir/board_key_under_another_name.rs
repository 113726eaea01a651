//! A key of the board goes under the name of another.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::keys;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-024",
    slug: "board-key-under-another-name",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "理事会密钥的标识和公钥对不上",
        message: "公钥标识不是由这把公钥算出来的。",
        why: "有人可能换掉了理事会的公钥，那样名录就由别人说了算。",
        help: "请停下来，与持有人当面核对公钥文件，再重新制作。",
    },
    en: Words {
        title: "A key of the board goes under the name of another",
        message: "The name of the key does not follow from its public key.",
        why: "Somebody may have swapped a key of the board, and would then decide who is a member.",
        help: "Stop, compare the file of public keys with its holder face to face, and make the version anew.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/2/signingKeys/0/keyId", "path": "/board/keys/2/keyId"}]"#,
            ),
            expect: Expect::Fail("/board/keys/2/keyId"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, key) in directory.board.keys.iter().enumerate() {
        let Some(id) = keys::id_of(&key.public_key) else { continue };
        sink.seen();
        if id != key.key_id.as_str() {
            sink.fail(pointer!["board", "keys", number, "keyId"]);
        }
    }
}
