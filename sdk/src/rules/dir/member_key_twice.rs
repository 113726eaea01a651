//! One key stands twice in an entry.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-007",
    slug: "member-key-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "同一把密钥登记了两次",
        message: "这个成员的两条登记是同一把密钥。",
        why: "两条写的有效期可能不同，别人不知道该信哪一条。",
        help: "请只保留一条；要换新密钥，请先用 keygen 生成。",
    },
    en: Words {
        title: "One key stands twice in an entry",
        message: "Two lines of this member are of one key.",
        why: "They may tell different terms, and nobody knows which to believe.",
        help: "Keep one of them; for a new key run keygen first.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(r#"[{"op": "copy", "from": "/signingKeys/0", "path": "/signingKeys/1"}]"#),
            expect: Expect::Fail("/signingKeys/1/publicKey"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let signing = &member.signing_keys;
    for (number, key) in signing.iter().enumerate() {
        sink.seen();
        if signing.iter().take(number).any(|other| other.public_key == key.public_key) {
            sink.fail(pointer!["signingKeys", number, "publicKey"]);
        }
    }
    let recipients = &member.recipient_keys;
    for (number, key) in recipients.iter().enumerate() {
        sink.seen();
        if recipients.iter().take(number).any(|other| other.recipient == key.recipient) {
            sink.fail(pointer!["recipientKeys", number, "recipient"]);
        }
    }
}
