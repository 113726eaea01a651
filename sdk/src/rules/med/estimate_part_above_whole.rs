//! A part of an estimate does not exceed the whole.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::amount,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-024",
    slug: "estimate-part-above-whole",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-MED-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "目录外金额超过了预估总额",
        message: "预估里医保目录外的部分，比预估总费用还多。",
        why: "机构用这两个数算缺口，不可能的数会算错。",
        help: "请和主管医生核对两个金额；总额是还没有扣除任何报销的全部费用。",
    },
    en: Words {
        title: "The part outside the catalogue exceeds the estimate",
        message: "The part outside the insurance catalogue is more than the whole estimate.",
        why: "From both charities work out what is lacking.",
        help: "Check both amounts with the doctor; the whole is all costs before anybody pays a part.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/estimate/outsideCatalogue", "value": "390000.00"}]"#,
            ),
            expect: Expect::Fail("/treatment/estimate/outsideCatalogue"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(estimate) = &treatment.estimate else { return };
    let (Some(whole), Some(part)) =
        (amount(Some(&estimate.amount)), amount(estimate.outside_catalogue.as_ref()))
    else {
        return;
    };
    sink.seen();
    if part > whole {
        sink.fail(pointer!["treatment", "estimate", "outsideCatalogue"]);
    }
}
