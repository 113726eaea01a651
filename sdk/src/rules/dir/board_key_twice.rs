//! A key of the board is listed twice.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-026",
    slug: "board-key-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "理事会的同一把密钥列了两次",
        message: "这把密钥在理事会里已经列过。",
        why: "同一个人就能顶两个人签名，门槛形同虚设。",
        help: "请删去重复的一把，或换成另一位持有人的密钥。",
    },
    en: Words {
        title: "A key of the board is listed twice",
        message: "This key stands in the board already.",
        why: "One person could then sign for two, and the threshold would mean nothing.",
        help: "Take it away, or put the key of another holder there.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/board/keys/0/publicKey", "path": "/board/keys/2/publicKey"}, {"op": "copy", "from": "/board/keys/0/keyId", "path": "/board/keys/2/keyId"}]"#,
            ),
            expect: Expect::Fail("/board/keys/2/publicKey"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let keys = &directory.board.keys;
    for (number, key) in keys.iter().enumerate() {
        sink.seen();
        if keys.iter().take(number).any(|other| other.public_key == key.public_key) {
            sink.fail(pointer!["board", "keys", number, "publicKey"]);
        }
    }
}
