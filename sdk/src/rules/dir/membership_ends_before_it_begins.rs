//! A membership ends before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::moment;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-014",
    slug: "membership-ends-before-it-begins",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "成员资格还没开始就已结束",
        message: "成员的到期时刻不晚于加入时刻。",
        why: "这样的成员没有一刻是成员，它的签名都不算数。",
        help: "请核对两个时刻，看是不是写反了。",
    },
    en: Words {
        title: "A membership ends before it begins",
        message: "The end of the membership is not after its beginning.",
        why: "Such an organisation is never a member, and none of its signatures count.",
        help: "Compare the two instants; they may be swapped.",
    },
    check: Check::Member(check),
    examples: &[
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/validUntil", "value": "2030-01-01T00:00:00Z"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/validUntil", "value": "2025-08-31T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/validUntil"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if let Some(until) = &member.valid_until {
        moment::in_order(sink, &member.valid_from, until, || pointer!["validUntil"]);
    }
}
