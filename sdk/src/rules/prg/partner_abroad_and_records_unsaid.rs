//! A programme with a partner abroad should say whether records go there.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-038",
    slug: "partner-abroad-and-records-unsaid",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-038"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "有境外合作方，没有写资料是否出境",
        message: "项目有境外合作方，却没有写孩子的资料会不会提供给它。",
        why: "资料出境要另行取得家庭同意，不写清楚就容易漏掉。",
        help: "请填“资料是否出境”：会提供的填 true，不提供的填 false。",
    },
    en: Words {
        title: "There is a partner abroad and it is not said whether records go there",
        message: "The programme has a partner outside mainland China, but does not say whether records of the child go to it.",
        why: "That needs a consent of its own, which is easily forgotten where nothing is said.",
        help: "Say whether records go abroad, true or false.",
    },
    check: Check::Programme(check),
    examples: &[
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "add", "path": "/partners/1/abroad", "value": true}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/crossBorder"}, {"op": "add", "path": "/partners/1/abroad", "value": true}]"#,
            ),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !programme.partners.iter().any(|partner| partner.abroad == Some(true)) {
        return;
    }
    sink.seen();
    if programme.cross_border.is_none() {
        sink.fail(pointer![]);
    }
}
