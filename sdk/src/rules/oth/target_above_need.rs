//! The target of a personal appeal should not be above the estimate less what others pay.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, need},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-006",
    slug: "target-above-need",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-OTH-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "筹款目标超过了实际需要",
        message: "筹款目标比预估费用减去其他来源后的数额还高。",
        why: "筹款要以治疗需要为限，多筹的可能要退回。",
        help: "请核对预估费用和其他帮助，和平台商量调低目标。",
    },
    en: Words {
        title: "The target is above the need",
        message: "The target of the appeal is above the estimate less all other help.",
        why: "An appeal is bounded by what the treatment needs; what is beyond may have to be returned.",
        help: "Check the estimate and the other help, and lower the target with the platform.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "500000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/target"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(needed) = need::before_appeals(application) else { return };
    let appeals = application.other_help.iter().flat_map(|help| help.crowdfunding.iter());
    for (index, appeal) in appeals.enumerate() {
        let Some(target) = need::yuan(appeal.target.as_ref()) else { continue };
        sink.seen();
        if target > needed {
            sink.fail(pointer!["otherHelp", "crowdfunding", index, "target"]);
        }
    }
}
