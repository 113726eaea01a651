//! A key of the board is in daily use.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-035",
    slug: "board-key-used-by-a-member",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-035"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat, Ask::Charity],
    zh: Words {
        title: "理事会密钥被当作日常签名密钥",
        message: "这个成员的签名密钥，也是理事会的密钥。",
        why: "日常用的密钥放在联网的电脑上，更容易泄露；理事会密钥应当离线保管。",
        help: "请为日常签名另外生成一把密钥。",
    },
    en: Words {
        title: "A key of the board is in daily use",
        message: "This signing key of a member is a key of the board too.",
        why: "A key in daily use lies on a computer with a network; those of the board belong offline.",
        help: "Make another key for daily signing.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/2/signingKeys/0/publicKey", "path": "/board/keys/2/publicKey"}, {"op": "copy", "from": "/members/2/signingKeys/0/keyId", "path": "/board/keys/2/keyId"}]"#,
            ),
            expect: Expect::Fail("/members/2/signingKeys/0/publicKey"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, member) in directory.members.iter().enumerate() {
        for (place, key) in member.signing_keys.iter().enumerate() {
            sink.seen();
            if directory.board.keys.iter().any(|board| board.public_key == key.public_key) {
                sink.fail(pointer!["members", number, "signingKeys", place, "publicKey"]);
            }
        }
    }
}
