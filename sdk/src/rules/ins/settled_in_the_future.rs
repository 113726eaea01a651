//! No settlement was made after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    finding::Param,
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-015",
    slug: "settled-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-INS-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "结算日期在将来",
        message: "结算日期晚于今天（{today}）。",
        why: "还没有到的日期不可能已经结算，多半是年份抄错了。",
        help: "请对照结算单核对结算日期。",
    },
    en: Words {
        title: "Settled in the future",
        message: "The date of settlement is after the day of this check ({today}).",
        why: "Nothing is settled on a day that has not come; the year is probably miscopied.",
        help: "Compare the date with the settlement list.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/settlement/settledOn", "value": "2126-07-06"}]"#,
            ),
            expect: Expect::Fail("/settlement/settledOn"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let settled =
        receipt.settlement.as_ref().and_then(|settlement| calendar::day(settlement.settled_on.as_ref()));
    let Some(settled) = settled else { return };
    sink.seen();
    if settled > case.as_of {
        sink.fail_with(pointer!["settlement", "settledOn"], &[("today", Param::Day(case.as_of))]);
    }
}
