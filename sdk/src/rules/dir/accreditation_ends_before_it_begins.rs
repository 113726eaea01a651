//! An accreditation ends before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-015",
    slug: "accreditation-ends-before-it-begins",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::CivilAffairs],
    zh: Words {
        title: "数据使用资格还没生效就已到期",
        message: "资格的到期日期早于生效日期。",
        why: "这样的资格没有一天有效，凭它查到的数据没有依据。",
        help: "请对照批准文件核对两个日期。",
    },
    en: Words {
        title: "An accreditation ends before it begins",
        message: "Its last day is before its first.",
        why: "Such an accreditation holds on no day, and what was asked under it has no ground.",
        help: "Compare the two days with the document that grants it.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/accreditations/0/validUntil", "value": "2025-12-31"}]"#,
            ),
            expect: Expect::Fail("/accreditations/0/validUntil"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, accreditation) in member.accreditations.iter().enumerate() {
        let (from, until) = (accreditation.valid_from.as_ref(), accreditation.valid_until.as_ref());
        calendar::in_order(sink, from, until, || pointer!["accreditations", number, "validUntil"]);
    }
}
