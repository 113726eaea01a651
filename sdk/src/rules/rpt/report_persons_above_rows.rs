//! The total of persons must not be above the persons of all rows.

use crate::{
    code::lists::{Ask, MoneyNature, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-009",
    slug: "report-persons-above-rows",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "合计人数比各行加起来还多",
        message: "同一个人只算一次，合计人数不会超过各行之和。",
        why: "人数多出来，说明有行没有报。",
        help: "请核对合计人数，或者补上漏报的行。",
    },
    en: Words {
        title: "There are more persons in total than in the rows",
        message: "Each person counts once, so that the total cannot be above the rows together.",
        why: "Where it is, a row is missing.",
        help: "Check the total of persons, or add the row that is missing.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/totals/persons", "value": 33}]"#),
            expect: Expect::Fail("/totals/persons"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(stated) = report.totals.as_ref().and_then(|totals| totals.persons) else { return };
    sink.seen();
    let charity = report.rows.iter().filter(|row| row.nature == MoneyNature::CharityAid);
    let sum: u64 = charity.map(|row| u64::from(row.persons.get())).sum();
    if u64::from(stated.get()) > sum {
        sink.fail(pointer!["totals", "persons"]);
    }
}
