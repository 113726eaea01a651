//! Abolished codes count: insurers use them for years.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    region::ever_existed,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-026",
    slug: "coverage-region-unknown",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "参保地代码不存在",
        message: "参保地的行政区划代码查不到。",
        why: "参保地决定大病保险、惠民保和医疗救助的规则。",
        help: "请核对参保地是哪个县（市、区），重新选择。",
    },
    en: Words {
        title: "The place of insurance is not known",
        message: "No division has the code given as the place of insurance.",
        why: "It decides which rules of critical-illness insurance and medical aid apply.",
        help: "See in which county the child is insured, and choose it again.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/coverage/0/region", "value": "330621"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/coverage/0/region", "value": "339999"}]"#),
            expect: Expect::Fail("/coverage/0/region"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        let Some(region) = &coverage.region else { continue };
        sink.seen();
        if !ever_existed(region.as_str()) {
            sink.fail(pointer!["coverage", index, "region"]);
        }
    }
}
