//! A single key of the board changes the directory.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-028",
    slug: "board-threshold-of-one",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "一把理事会密钥就能改名录",
        message: "签名门槛是 1。",
        why: "只要一把密钥被偷，别人就能把自己写成成员，读到家庭的资料。",
        help: "请把门槛提高到至少 2，密钥由不同的人保管。",
    },
    en: Words {
        title: "A single key of the board changes the directory",
        message: "The threshold is one.",
        why: "Whoever steals one key can then make himself a member and read families' papers.",
        help: "Raise the threshold to two at least, with keys held by different people.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/board/threshold", "value": 1}]"#),
            expect: Expect::Fail("/board/threshold"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if directory.board.threshold.get() == 0 {
        return;
    }
    sink.seen();
    if directory.board.threshold.get() == 1 {
        sink.fail(pointer!["board", "threshold"]);
    }
}
