//! A recipient was miscopied.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    sealing::Recipient,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-003",
    slug: "member-recipient-is-none",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "加密接收标识抄错了",
        message: "这个以 age1 开头的接收标识，校验不通过，多半抄错了一个字符。",
        why: "按错的标识密封，资料包谁也打不开。",
        help: "请从 keygen 写出的公钥文件里整段复制。",
    },
    en: Words {
        title: "A recipient was miscopied",
        message: "This recipient, beginning with age1, does not agree with its own checksum; a character is probably wrong.",
        why: "What is sealed to a wrong recipient can be opened by nobody.",
        help: "Copy it whole from the file of public keys that keygen wrote.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/recipientKeys/0/recipient", "value": "age1e7dhvam9y74kue7fu5skjlp49vtjwpnyz48qhqkxgdjyl5rn0afsktdfu6"}]"#,
            ),
            expect: Expect::Fail("/recipientKeys/0/recipient"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, key) in member.recipient_keys.iter().enumerate() {
        sink.seen();
        if key.recipient.as_str().parse::<Recipient>().is_err() {
            sink.fail(pointer!["recipientKeys", number, "recipient"]);
        }
    }
}
