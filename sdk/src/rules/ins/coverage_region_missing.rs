//! An insured region comes with the basic layer.

use crate::{
    code::lists::{Ask, CoverageStatus, InsuranceLayer, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-027",
    slug: "coverage-region-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-INS-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有写参保地",
        message: "已参加基本医保，但还没有写参保地。",
        why: "参保地决定报销比例、大病保险和医疗救助的规则。",
        help: "请写上参保所在的县（市、区）。",
    },
    en: Words {
        title: "The place of insurance is not written yet",
        message: "The child has basic insurance, but where has not been written down yet.",
        why: "Rates, critical-illness insurance and medical aid depend on the place.",
        help: "Add the county in which the child is insured.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/coverage/0/region"}]"#),
            expect: Expect::Fail("/coverage/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        if coverage.layer != InsuranceLayer::Basic || coverage.status != Some(CoverageStatus::Insured) {
            continue;
        }
        sink.seen();
        if coverage.region.is_none() {
            sink.fail(pointer!["coverage", index]);
        }
    }
}
