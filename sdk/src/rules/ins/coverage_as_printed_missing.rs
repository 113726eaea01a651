//! Raw text beside the coded type of the basic layer.

use crate::{
    code::lists::{Ask, InsuranceLayer, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-034",
    slug: "coverage-as-printed-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-INS-034"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "还没有抄险种原文",
        message: "选了险种，但还没有抄凭证上的原文。",
        why: "各地叫法不同，有原文别人才能核对归类。",
        help: "请照参保凭证或票据，把险种的原文抄上。",
    },
    en: Words {
        title: "The insurance as printed is not copied yet",
        message: "A kind of insurance is chosen, but the printed words have not been copied yet.",
        why: "Places name it differently; only the words let others see whether the kind is right.",
        help: "Copy the name from the insurance card or a receipt.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/coverage/0/typeText"}]"#),
            expect: Expect::Fail("/coverage/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        if coverage.layer != InsuranceLayer::Basic || coverage.r#type.is_none() {
            continue;
        }
        sink.seen();
        if coverage.type_text.is_none() {
            sink.fail(pointer!["coverage", index]);
        }
    }
}
