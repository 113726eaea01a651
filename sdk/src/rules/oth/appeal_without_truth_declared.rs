//! Appealer and publisher should declare that the appeal is true.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-019",
    slug: "appeal-without-truth-declared",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-OTH-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "筹款没有作出真实性承诺",
        message: "写着求助人和发布人没有承诺信息真实。",
        why: "求助人和发布人要对信息的真实性负责。",
        help: "请在平台上补签真实性承诺。",
    },
    en: Words {
        title: "The appeal was not declared to be true",
        message: "Appealer and publisher have not declared that the appeal is true.",
        why: "Both answer for its truth.",
        help: "Sign the declaration on the platform.",
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
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": false}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/truthDeclared"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let appeals = application.other_help.iter().flat_map(|help| help.crowdfunding.iter());
    for (index, appeal) in appeals.enumerate() {
        let Some(declared) = appeal.truth_declared else { continue };
        sink.seen();
        if !declared {
            sink.fail(pointer!["otherHelp", "crowdfunding", index, "truthDeclared"]);
        }
    }
}
