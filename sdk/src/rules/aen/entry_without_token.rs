//! An aid entry must have a token.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_entry::AidEntry,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AEN-005",
    slug: "entry-without-token",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AEN-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "登记没有令牌",
        message: "这条登记没有令牌，不知道是谁的。",
        why: "没有令牌，谁也查不到这次救助。",
        help: "请先为孩子的证件计算令牌；一种证件也没有的，暂不登记。",
    },
    en: Words {
        title: "An entry has no token",
        message: "Without a token nobody can tell whose it is.",
        why: "Nobody could find this aid.",
        help: "Compute the tokens of the child's identity papers first; without any paper, wait with the entry.",
    },
    check: Check::AidEntry(check),
    examples: &[
        Example { case: "aid-entry", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/tokens", "value": []}]"#),
            expect: Expect::Fail("/tokens"),
        },
    ],
};

fn check(entry: &AidEntry<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if entry.tokens.is_empty() {
        sink.fail(pointer!["tokens"]);
    }
}
