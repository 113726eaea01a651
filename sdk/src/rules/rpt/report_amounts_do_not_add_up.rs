//! The total amount must be the sum of the rows of charity aid.

use crate::{
    code::lists::{Ask, MoneyNature, Severity},
    model::aid_report::{AggregateRow, AidReport},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount},
    value::Money,
};

use super::sums;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-006",
    slug: "report-amounts-do-not-add-up",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "合计金额和各行加起来不一样",
        message: "合计金额不等于各行慈善救助金额之和。",
        why: "主管部门按合计统计，按行核对，两边对不上就要退回。",
        help: "请重新加总；只加“慈善救助”的行，个人求助、保险和政府救助不算在内。",
    },
    en: Words {
        title: "The total amount is not the sum of the rows",
        message: "It differs from the sum of the rows of charity aid.",
        why: "The authority counts by the total and checks by the rows; where they differ the report comes back.",
        help: "Add up again, rows of charity aid only: no appeals, no insurance, no government aid.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/rows/0/amount"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/totals/amount", "value": "204000.01"}]"#),
            expect: Expect::Fail("/totals/amount"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(stated) = amount::money(report.totals.as_ref().and_then(|totals| totals.amount.as_ref())) else {
        return;
    };
    sink.seen();
    let counts = |row: &AggregateRow<'_>| row.nature == MoneyNature::CharityAid;
    let open = report.rows.iter().any(|row| counts(row) && row.amount.is_none());
    // What a row does not tell may be the rest of the total.
    let wrong = |sum: Money| if open { sum > stated } else { sum != stated };
    if sums::amount(report, counts).is_some_and(wrong) && !sums::counts_gifts(report, stated) {
        sink.fail(pointer!["totals", "amount"]);
    }
}
