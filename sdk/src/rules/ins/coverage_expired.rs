//! Insured, but the period is over.

use crate::{
    code::lists::{Ask, CoverageStatus, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-029",
    slug: "coverage-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-029"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "保障期已过",
        message: "写的是已参保，但保障期已经结束。",
        why: "医保断缴会有等待期，影响后面的报销。",
        help: "请确认是否已续保，并更新保障期或参保状态。",
    },
    en: Words {
        title: "The coverage has ended",
        message: "It is stated as in force, but its period is over.",
        why: "After a gap insurers may not pay for a while.",
        help: "See whether it was renewed, and update the period or the status.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/1/validUntil", "value": "2099-12-31"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/1/validUntil", "value": "2025-12-31"}]"#,
            ),
            expect: Expect::Fail("/coverage/1/validUntil"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        let Some(until) = day(coverage.valid_until.as_ref()) else { continue };
        if coverage.status != Some(CoverageStatus::Insured) {
            continue;
        }
        sink.seen();
        if until < case.as_of {
            sink.fail(pointer!["coverage", index, "validUntil"]);
        }
    }
}
