//! A paper whose validity has passed should be renewed.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-024",
    slug: "paper-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DOC-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "材料已经过了有效期",
        message: "这份材料的有效期已经过了。",
        why: "过期的证明，机构多半会要求重新开。",
        help: "请到开具单位换一份新的；正在办理的，可以先说明情况。",
    },
    en: Words {
        title: "The paper has expired",
        message: "The validity of this paper has passed.",
        why: "Most organisations ask for a fresh one.",
        help: "Ask its issuer for a new one; if that is under way, say so.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/validUntil", "value": "2035-01-01"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/validUntil", "value": "2026-09-01"}]"#,
            ),
            expect: Expect::Fail("/documents/0/validUntil"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        let Some(until) = calendar::day(paper.valid_until.as_ref()) else { continue };
        sink.seen();
        if until < case.as_of {
            sink.fail(pointer!["documents", index, "validUntil"]);
        }
    }
}
