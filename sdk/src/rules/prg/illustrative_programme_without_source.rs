//! A programme taken from published pages must name them.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-024",
    slug: "illustrative-programme-without-source",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "仅作示例的项目没有出处",
        message: "项目标明“仅作示例”，条件取自公开信息，却没有列出处。",
        why: "别人没法核对条件是不是真的这样公布过。",
        help: "请把取用的公告或网页列进“出处”，写明标题和日期。",
    },
    en: Words {
        title: "An illustrative programme has no source",
        message: "It says that its terms were taken from published pages, and names none.",
        why: "Nobody could check that they were published so.",
        help: "List the announcements or pages under sources, with title and date.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "", "value": {"standard": "tongzhou", "standardVersion": "1.0", "documentType": "programme", "programmeId": "demo-2", "name": "示例项目", "illustrative": true, "operator": {"name": "示例基金会"}, "eligibility": {"other": {"words": "家庭确有困难"}}}}]"#,
            ),
            expect: Expect::Fail("/illustrative"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if programme.illustrative != Some(true) {
        return;
    }
    sink.seen();
    if programme.sources.is_empty() {
        sink.fail(pointer!["illustrative"]);
    }
}
