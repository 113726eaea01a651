//! A paper must not expire before it was issued, nor its period end before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-026",
    slug: "paper-days-out-of-order",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "材料的日期前后颠倒",
        message: "到期日期早于开具日期，或所属期间的结束早于开始。",
        why: "前后颠倒，就说不清材料什么时候有效。",
        help: "请对照材料原件，看两个日期是不是写反了。",
    },
    en: Words {
        title: "The days of a paper are out of order",
        message: "It expires before it was issued, or its period ends before it begins.",
        why: "With the order reversed nobody can tell when the paper holds.",
        help: "Compare with the paper; the two days may be swapped.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/periodFrom", "value": "2026-05-01"}, {"op": "add", "path": "/documents/0/periodUntil", "value": "2026-06-01"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/periodFrom", "value": "2026-06-01"}, {"op": "add", "path": "/documents/0/periodUntil", "value": "2026-05-01"}]"#,
            ),
            expect: Expect::Fail("/documents/0/periodUntil"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/periodFrom", "value": "2026-05-01"}, {"op": "add", "path": "/documents/0/periodUntil", "value": "2026-05-01"}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        calendar::in_order(sink, paper.issued_on.as_ref(), paper.valid_until.as_ref(), || {
            pointer!["documents", index, "validUntil"]
        });
        calendar::in_order(sink, paper.period_from.as_ref(), paper.period_until.as_ref(), || {
            pointer!["documents", index, "periodUntil"]
        });
    }
}
