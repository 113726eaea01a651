//! A token must stand once in an aid entry.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_entry::AidEntry,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AEN-006",
    slug: "entry-token-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AEN-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "同一个令牌写了两次",
        message: "这个令牌前面已经有了。",
        why: "登记处会当成两条，统计就多算了一次。",
        help: "请去掉重复的令牌。",
    },
    en: Words {
        title: "A token stands twice",
        message: "This token stands in the entry before.",
        why: "The registry would take it for two rows and count one too many.",
        help: "Leave one of them out.",
    },
    check: Check::AidEntry(check),
    examples: &[
        Example { case: "aid-entry", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/tokens/0/value", "path": "/tokens/1/value"}]"#,
            ),
            expect: Expect::Fail("/tokens/1/value"),
        },
    ],
};

fn check(entry: &AidEntry<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, token) in entry.tokens.iter().enumerate() {
        sink.seen();
        if entry.tokens.iter().take(index).any(|earlier| earlier.value == token.value) {
            sink.fail(pointer!["tokens", index, "value"]);
        }
    }
}
