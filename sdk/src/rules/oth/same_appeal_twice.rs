//! Each appeal should stand once.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::application::Crowdfunding,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-012",
    slug: "same-appeal-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-OTH-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "同一次筹款写了两遍",
        message: "两条写的是同一个平台的同一个筹款项目。",
        why: "重复计算会让人以为筹到了更多的钱。",
        help: "请去掉重复的一条。",
    },
    en: Words {
        title: "The same appeal twice",
        message: "Two lines are about the same appeal on the same platform.",
        why: "Counted twice it looks as if more had been raised.",
        help: "Take one of them out.",
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
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true}]}, {"op": "copy", "from": "/otherHelp/crowdfunding/0", "path": "/otherHelp/crowdfunding/-"}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/1/projectId"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if let Some(help) = &application.other_help {
        for (index, appeal) in
            help.crowdfunding.iter().enumerate().filter(|(_, appeal)| appeal.project_id.is_some())
        {
            sink.seen();
            let same = |earlier: &Crowdfunding<'_>| {
                earlier.platform == appeal.platform && earlier.project_id == appeal.project_id
            };
            if help.crowdfunding.iter().take(index).any(same) {
                sink.fail(pointer!["otherHelp", "crowdfunding", index, "projectId"]);
            }
        }
    }
}
