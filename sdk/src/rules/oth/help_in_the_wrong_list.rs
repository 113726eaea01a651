//! Help of authorities, charities and personal appeals should stand in the list of its own.

use crate::{
    code::lists::{Ask, HelpSource, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-020",
    slug: "help-in-the-wrong-list",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-OTH-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "帮助写错了地方",
        message: "政府、慈善组织的帮助和网络筹款各有专门的一栏，不写在“其他来源”里。",
        why: "写在专门的一栏，才能一笔一笔对得上，也不会重复计算。",
        help: "请把这一项移到对应的一栏。",
    },
    en: Words {
        title: "Help stands in the wrong list",
        message: "Authorities, charities and appeals have lists of their own and do not belong among the others.",
        why: "In its own list each can be told apart and is not counted twice.",
        help: "Move it to the list it belongs to.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/others/0/source", "value": "crowdfunding"}]"#,
            ),
            expect: Expect::Fail("/otherHelp/others/0/source"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let others = application.other_help.iter().flat_map(|help| help.others.iter());
    for (index, other) in others.enumerate() {
        sink.seen();
        if matches!(other.source, HelpSource::Government | HelpSource::Charity | HelpSource::Crowdfunding) {
            sink.fail(pointer!["otherHelp", "others", index, "source"]);
        }
    }
}
