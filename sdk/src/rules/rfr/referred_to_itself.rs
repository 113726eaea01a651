//! A referral MUST go to another organisation.

use crate::{
    code::lists::{Ask, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation::Named},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-010",
    slug: "referred-to-itself",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "转给了自己",
        message: "转出方和转入方是同一家机构。",
        why: "转给自己，家庭等不到新的帮助。",
        help: "请核对转入方；机构内部流转不用转介单。",
    },
    en: Words {
        title: "Referred to itself",
        message: "The organisation passes the family on to itself.",
        why: "No new help comes from that.",
        help: "Check to whom it goes; inside one organisation no referral is needed.",
    },
    check: Check::Referral(check),
    examples: &[
        Example {
            case: "underfunded-referral",
            entry: "document",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "underfunded-referral",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/to/organisation", "value": {"name": "示例大病求助平台"}}]"#,
            ),
            expect: Expect::Fail("/to/organisation"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if Named::from(&referral.from.organisation).is(Named::from(&referral.to.organisation)) {
        sink.fail(pointer!["to", "organisation"]);
    }
}
