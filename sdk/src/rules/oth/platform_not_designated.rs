//! A personal appeal should be on a platform designated by the Ministry of Civil Affairs.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-005",
    slug: "platform-not-designated",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-OTH-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "筹款平台不在民政部指定名单里",
        message: "这个平台不是民政部指定的个人求助平台。",
        why: "指定的平台要核实信息、托管资金；其他渠道没有这些保障。",
        help: "请核对平台名称；今后发起筹款，请选指定的平台。",
    },
    en: Words {
        title: "The platform is not a designated one",
        message: "This platform is not on the Ministry's list of platforms for personal appeals.",
        why: "Designated platforms verify what is said and keep the money in custody; others need not.",
        help: "Check the platform's name; for an appeal to come, choose a designated one.",
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
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "other", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/platform"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let appeals = application.other_help.iter().flat_map(|help| help.crowdfunding.iter());
    for (index, appeal) in appeals.enumerate() {
        sink.seen();
        let designated = appeal.platform.known().and_then(|row| row.column("designated_since"));
        if designated.is_none() {
            sink.fail(pointer!["otherHelp", "crowdfunding", index, "platform"]);
        }
    }
}
