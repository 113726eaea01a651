//! An endpoint stands twice.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-016",
    slug: "endpoint-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "同一类网络接口登记了两次",
        message: "同一类别、同一网址的接口登记了两次。",
        why: "重复的登记会让别家把同一件事做两遍。",
        help: "请删去重复的一条。",
    },
    en: Words {
        title: "An endpoint stands twice",
        message: "Two lines have the same kind and address.",
        why: "Others may then do the same thing twice.",
        help: "Take one of them away.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/0/endpoints/0", "path": "/members/0/endpoints/2"}]"#,
            ),
            expect: Expect::Fail("/members/0/endpoints/2"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, endpoint) in member.endpoints.iter().enumerate() {
        sink.seen();
        if member.endpoints.iter().take(number).any(|other| other == endpoint) {
            sink.fail(pointer!["endpoints", number]);
        }
    }
}
