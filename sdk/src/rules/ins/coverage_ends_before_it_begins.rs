//! A period begins before it ends.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-028",
    slug: "coverage-ends-before-it-begins",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-INS-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "保障期的起止日期颠倒",
        message: "保障期的终止日期早于起始日期。",
        why: "保障期决定哪些费用可以报销。",
        help: "请对照保单或参保凭证核对起止日期。",
    },
    en: Words {
        title: "The coverage ends before it begins",
        message: "The last day of this coverage lies before its first.",
        why: "The period decides which costs are covered.",
        help: "Compare both dates with the policy or insurance card.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/1/validFrom", "value": "2026-01-01"}, {"op": "add", "path": "/coverage/1/validUntil", "value": "2099-12-31"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/2/validFrom", "value": "2026-12-31"}, {"op": "add", "path": "/coverage/2/validUntil", "value": "2026-01-01"}]"#,
            ),
            expect: Expect::Fail("/coverage/2/validUntil"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        let Some((from, until)) = day(coverage.valid_from.as_ref()).zip(day(coverage.valid_until.as_ref()))
        else {
            continue;
        };
        sink.seen();
        if until < from {
            sink.fail(pointer!["coverage", index, "validUntil"]);
        }
    }
}
