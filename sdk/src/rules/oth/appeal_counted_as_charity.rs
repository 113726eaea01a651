//! What a personal appeal brought should not stand among the help of charities.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-007",
    slug: "appeal-counted-as-charity",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-OTH-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "网络筹款写成了慈善组织资助",
        message: "这一项写在慈善组织资助里，写的却是个人求助平台。",
        why: "个人求助得到的是给个人的赠与，不是慈善组织的资助。",
        help: "请把它移到“网络筹款”里。",
    },
    en: Words {
        title: "An appeal is written as help of a charity",
        message: "This stands among the help of charities, but names a platform for personal appeals.",
        why: "What an appeal brings is a gift to the person, not aid of a charity.",
        help: "Move it to the appeals.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/charity", "value": [{"organisation": {"name": "测试慈善会"}, "kind": "cash", "status": "received", "amount": "100.00"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/charity", "value": [{"organisation": {"name": "水滴筹"}, "kind": "cash", "status": "received", "amount": "100.00"}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/charity/0/organisation"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let charities = application.other_help.iter().flat_map(|help| help.charity.iter());
    for (index, charity) in charities.enumerate() {
        sink.seen();
        let name = charity.organisation.name.as_str();
        if PLATFORMS.iter().any(|platform| name.contains(platform)) && !name.contains("基金会") {
            sink.fail(pointer!["otherHelp", "charity", index, "organisation"]);
        }
    }
}
/// What people call the designated platforms.
const PLATFORMS: [&str; 3] = ["水滴筹", "轻松筹", "暖心惠民"];
