//! A correction must say what is right.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-015",
    slug: "correction-changes-nothing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "更正没有写改成什么",
        message: "这条更正既没有删除，也没有写替代的行或更正后的数字；或者又删除又写了数字。",
        why: "主管部门不知道该怎么改。",
        help: "整行删除的填“是否删除”；只改数字的填更正后的数字。",
    },
    en: Words {
        title: "A correction does not say what is right",
        message: "It neither removes the row nor names another nor states a figure, or it removes the row and states figures all the same.",
        why: "The authority would not know what to change.",
        help: "To take the row out, say that it is removed; to change figures, state the right ones.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "add", "path": "/corrections/0/removed", "value": true}]"#),
            expect: Expect::Fail("/corrections/0"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, correction) in report.corrections.iter().enumerate() {
        sink.seen();
        let figures =
            correction.persons.is_some() || correction.times.is_some() || correction.amount.is_some();
        let removed = correction.removed == Some(true);
        let says = removed || figures || correction.replaced_by_row_id.is_some();
        if !says || (removed && figures) {
            sink.fail(pointer!["corrections", index]);
        }
    }
}
