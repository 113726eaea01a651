//! Discharge follows admission.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-017",
    slug: "treatment-stay-reversed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-MED-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "出院日期早于入院日期",
        message: "填写的出院日期在入院日期之前。",
        why: "住院时间要和票据、病案对照。",
        help: "请对照出院小结核对两个日期；仍在住院的，出院日期不填。",
    },
    en: Words {
        title: "Discharge lies before admission",
        message: "The day of discharge lies before the day of admission.",
        why: "The stay is compared with receipts and records.",
        help: "Compare both days with the discharge summary; during the stay, leave discharge out.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/dischargedOn", "value": "2026-06-06"}]"#,
            ),
            expect: Expect::Fail("/treatment/dischargedOn"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let (Some(from), Some(until)) =
        (day(treatment.admitted_on.as_ref()), day(treatment.discharged_on.as_ref()))
    else {
        return;
    };
    sink.seen();
    if until < from && from <= case.as_of {
        sink.fail(pointer!["treatment", "dischargedOn"]);
    }
}
