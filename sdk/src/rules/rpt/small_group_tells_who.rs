//! A row by illness or hardship should not be of very few persons.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-019",
    slug: "small-group-tells-who",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RPT-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "汇总行人数太少，能认出是谁",
        message: "这一行按病种或困难身份汇总，只有几个人。",
        why: "一个地方得这种病的孩子只有几个时，看数字就能认出是谁。",
        help: "请扩大地区或合并病种后再汇总；确需单独报的，征得同意后放进个人行。",
    },
    en: Words {
        title: "A row is so small that it tells who it is",
        message: "This row is by illness or hardship, and of a few persons only.",
        why: "Where only a few children of a place have an illness, the figures tell who they are.",
        help: "Widen the division or join illnesses; what must be reported apart belongs in a person's row, with consent.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/rows/0/persons", "value": 3}, {"op": "replace", "path": "/totals/persons", "value": 23}]"#,
            ),
            expect: Expect::Fail("/rows/0/persons"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, row) in report.rows.iter().enumerate() {
        if row.disease.is_none() && row.hardship.is_none() {
            continue;
        }
        sink.seen();
        if (1..FEWEST).contains(&row.persons.get()) {
            sink.fail(pointer!["rows", index, "persons"]);
        }
    }
}

/// The fewest persons of a row that says what is wrong with them.
const FEWEST: u32 = 5;
