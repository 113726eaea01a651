//! The salt of an aid entry must be drawn for it.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_entry::AidEntry,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AEN-007",
    slug: "entry-salt-not-random",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AEN-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "盐不是随机生成的",
        message: "盐的每个字节都一样，或者就是承诺值、令牌本身。",
        why: "盐不随机，就能倒推出登记的是谁，删除也删不干净。",
        help: "请用操作系统的安全随机数为每条登记另外生成 32 字节。",
    },
    en: Words {
        title: "The salt was not drawn at random",
        message: "All its bytes are the same, or it is the commitment or a token itself.",
        why: "With such a salt it can be worked out whose entry it is, and erasing it erases nothing.",
        help: "Draw 32 bytes for each entry from the operating system's secure random source.",
    },
    check: Check::AidEntry(check),
    examples: &[
        Example { case: "aid-entry", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/salt", "value": "0000000000000000000000000000000000000000000000000000000000000000"}]"#,
            ),
            expect: Expect::Fail("/salt"),
        },
    ],
};

fn check(entry: &AidEntry<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let salt = entry.salt.as_str();
    let mut bytes = salt.as_bytes().chunks_exact(2);
    let first = bytes.next();
    let same_throughout = bytes.all(|byte| Some(byte) == first);
    let repeats = entry.consent_commitment.as_str() == salt
        || entry.tokens.iter().any(|token| token.value.as_str() == salt);
    if same_throughout || repeats {
        sink.fail(pointer!["salt"]);
    }
}
