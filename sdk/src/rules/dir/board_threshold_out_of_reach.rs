//! The threshold cannot be reached, or is none.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-027",
    slug: "board-threshold-out-of-reach",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "签名门槛达不到，或者是零",
        message: "签名门槛必须在 1 和理事会密钥数之间。",
        why: "门槛是零，谁都能改名录；超过密钥数，谁也签不出名录。",
        help: "请改成密钥数以内的数，一般取过半数。",
    },
    en: Words {
        title: "The threshold cannot be reached, or is none",
        message: "The threshold has to be between one and the number of the board's keys.",
        why: "With none anybody changes the directory; with more than there are nobody can.",
        help: "Set it within the number of keys; usually more than half.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/board/threshold", "value": 4}]"#),
            expect: Expect::Fail("/board/threshold"),
        },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/board/threshold", "value": 0}]"#),
            expect: Expect::Fail("/board/threshold"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let most = u32::try_from(directory.board.keys.len()).unwrap_or(u32::MAX);
    if !(1..=most).contains(&directory.board.threshold.get()) {
        sink.fail(pointer!["board", "threshold"]);
    }
}
