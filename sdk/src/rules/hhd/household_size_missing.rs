//! The number of people of the household should be given.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::lives_in_institution,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-002",
    slug: "household-size-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-HHD-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有填家庭人口数",
        message: "家庭情况里没有写家里几口人。",
        why: "人均收入要用人口数来算。",
        help: "请填共同生活的人数，孩子也算在内；在外打工、上学但靠同一份收入生活的也算。",
    },
    en: Words {
        title: "The size of the household is not given yet",
        message: "How many people live in the household is not said.",
        why: "Income per head is worked out from it.",
        help: "Give the number of people who live from the same income, the child included, also those away for work or school.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/household/size"}]"#),
            expect: Expect::Fail("/household"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    if lives_in_institution(application) {
        return;
    }
    sink.seen();
    if household.size.is_none() {
        sink.fail(pointer!["household"]);
    }
}
