//! 大病保险 rides on the basic insurance.

use crate::{
    code::lists::{Ask, CoverageStatus, InsuranceLayer, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-031",
    slug: "catastrophic-without-basic",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-031"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "有大病保险却没有基本医保",
        message: "写了享有大病保险，基本医保却写的是未参保。",
        why: "大病保险一般随基本医保享有，两项里可能有一项写错。",
        help: "请向参保地医保核对孩子的参保状态。",
    },
    en: Words {
        title: "Critical-illness insurance without basic insurance",
        message: "The child has critical-illness insurance, but basic insurance is stated as none.",
        why: "The former usually comes with the latter, so one may be wrong.",
        help: "Ask the insurer at the place of insurance.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/coverage/0/status", "value": "not-insured"}]"#,
            ),
            expect: Expect::Fail("/coverage/1"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        if coverage.layer != InsuranceLayer::Catastrophic || coverage.status != Some(CoverageStatus::Insured)
        {
            continue;
        }
        sink.seen();
        let mut basic =
            application.coverage.iter().filter(|other| other.layer == InsuranceLayer::Basic).peekable();
        if basic.peek().is_some() && basic.all(|other| other.status == Some(CoverageStatus::NotInsured)) {
            sink.fail(pointer!["coverage", index]);
        }
    }
}
