//! One holder has two keys of the board.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-029",
    slug: "board-holder-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-029"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "一个人保管了两把理事会密钥",
        message: "这位持有人名下已经有一把理事会密钥。",
        why: "多人签名防的就是一个人说了算或出差错；一人两把就防不住了。",
        help: "请把其中一把交给另一个人或部门，换成他们自己生成的密钥。",
    },
    en: Words {
        title: "One holder has two keys of the board",
        message: "This holder has a key of the board already.",
        why: "Several signatures guard against one person's power and one person's mistake; two keys in one hand do not.",
        help: "Let another person or office make a key of their own in its place.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/board/keys/0/holder", "path": "/board/keys/1/holder"}]"#,
            ),
            expect: Expect::Fail("/board/keys/1/holder"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let keys = &directory.board.keys;
    for (number, key) in keys.iter().enumerate() {
        sink.seen();
        if keys.iter().take(number).any(|other| other.holder == key.holder) {
            sink.fail(pointer!["board", "keys", number, "holder"]);
        }
    }
}
