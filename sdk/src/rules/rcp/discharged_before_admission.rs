//! 入院 <= 出院.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-040",
    slug: "discharged-before-admission",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-036"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "出院日期早于入院日期",
        message: "出院日期在入院日期之前。",
        why: "住院时间决定费用属于哪一次治疗，写反了就对不上。",
        help: "请对照票据“住院时间”核对两个日期。",
    },
    en: Words {
        title: "Discharged before admission",
        message: "The day of discharge lies before the day of admission.",
        why: "The stay says which treatment the costs belong to; reversed, nothing fits.",
        help: "Compare both dates with the stay as printed on the bill.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/patient/dischargedOn", "value": "2026-06-01"}]"#,
            ),
            expect: Expect::Fail("/patient/dischargedOn"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(patient) = &receipt.patient else { return };
    let Some((admitted, discharged)) =
        calendar::day(patient.admitted_on.as_ref()).zip(calendar::day(patient.discharged_on.as_ref()))
    else {
        return;
    };
    sink.seen();
    if discharged < admitted {
        sink.fail(pointer!["patient", "dischargedOn"]);
    }
}
