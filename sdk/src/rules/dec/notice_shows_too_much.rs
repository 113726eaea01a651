//! A public notice MUST NOT show what the list of notice fields does not allow for its mode.

use crate::{
    code::{
        Code,
        lists::{Ask, NoticeField, PublicNoticeMode, Severity},
    },
    finding::Param,
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-039",
    slug: "notice-shows-too-much",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-039"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "公示的内容过多",
        message: "公示里不得出现“{field}”。",
        why: "这类信息能认出孩子，公开了会带来骚扰和歧视。",
        help: "请立即撤下这项内容，只保留允许公示的项目。",
    },
    en: Words {
        title: "The notice shows too much",
        message: "A notice of this mode does not show “{field}”.",
        why: "By such information a child is recognised, and may be harassed or shunned.",
        help: "Take it down at once and keep to what may be shown.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(r#"[{"op": "add", "path": "/publicNotice/fields/-", "value": "photo"}]"#),
            expect: Expect::Fail("/publicNotice/fields/9"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(notice) = &decision.public_notice else { return };
    let column = match notice.mode {
        PublicNoticeMode::Masked => "masked",
        PublicNoticeMode::CodeOnly => "code_only",
    };
    for (index, field) in notice.fields.iter().enumerate() {
        sink.seen();
        if field.row().and_then(|row| row.column(column)) != Some("yes") {
            let field = Param::Coded(NoticeField::LIST, field.code());
            sink.fail_with(pointer!["publicNotice", "fields", index], &[("field", field)]);
        }
    }
}
