//! Two members have one key.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    model::key::RecipientKey,
    model::key::SigningKey,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-032",
    slug: "key-of-two-members",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-032"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "两个成员用了同一把密钥",
        message: "这把密钥另一个成员也登记了。",
        why: "分不清签名是谁签的、资料包是给谁的；也说明私钥不止一家有。",
        help: "请两家都用 keygen 各自生成新密钥，这一把停用。",
    },
    en: Words {
        title: "Two members have one key",
        message: "Another member has entered this key too.",
        why: "Nobody can tell whose signature or whose package it is; and more than one holds the private half.",
        help: "Let each make a new key with keygen, and revoke this one.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/0/signingKeys/0", "path": "/members/1/signingKeys/1"}]"#,
            ),
            expect: Expect::Fail("/members/1/signingKeys/1/publicKey"),
        },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/0/recipientKeys/0", "path": "/members/1/recipientKeys/1"}]"#,
            ),
            expect: Expect::Fail("/members/1/recipientKeys/1/recipient"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let members = &directory.members;
    for (number, member) in members.iter().enumerate() {
        // A member that is listed twice as a whole is told by a rule of its own.
        let earlier = || members.iter().take(number).filter(|other| other.member_id != member.member_id);
        for (place, key) in member.signing_keys.iter().enumerate() {
            sink.seen();
            let same = |other: &SigningKey<'_>| other.public_key == key.public_key;
            if earlier().any(|other| other.signing_keys.iter().any(same)) {
                sink.fail(pointer!["members", number, "signingKeys", place, "publicKey"]);
            }
        }
        for (place, key) in member.recipient_keys.iter().enumerate() {
            sink.seen();
            let same = |other: &RecipientKey<'_>| other.recipient == key.recipient;
            if earlier().any(|other| other.recipient_keys.iter().any(same)) {
                sink.fail(pointer!["members", number, "recipientKeys", place, "recipient"]);
            }
        }
    }
}
