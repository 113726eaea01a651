//! The period of what was spent must not end before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-027",
    slug: "spent-period-reversed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-MED-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "费用统计的止日早于起日",
        message: "已发生费用的截止日期在起始日期之前。",
        why: "机构要知道这些费用是哪段时间的，以免和票据重复。",
        help: "请填开始治疗的日期和最后一张票据的日期。",
    },
    en: Words {
        title: "The period of what was spent ends before it begins",
        message: "The last day of the figures lies before the first.",
        why: "Charities must know of which time the costs are, so that no receipt counts twice.",
        help: "Give the day on which treatment began and the day of the latest receipt.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/spentToDate/until", "value": "2026-02-06"}]"#,
            ),
            expect: Expect::Fail("/treatment/spentToDate/until"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(spent) = &treatment.spent_to_date else { return };
    let (Some(from), Some(until)) = (day(spent.since.as_ref()), day(spent.until.as_ref())) else { return };
    sink.seen();
    if until < from && from <= case.as_of {
        sink.fail(pointer!["treatment", "spentToDate", "until"]);
    }
}
