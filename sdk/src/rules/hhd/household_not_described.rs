//! An application should describe the household.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::lives_in_institution,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-001",
    slug: "household-not-described",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-HHD-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有填家庭情况",
        message: "申请里没有家庭人口、收入等情况。",
        why: "多数项目要了解家里的困难程度，再决定帮多少。",
        help: "请按近 12 个月的情况填写人口和收入，估数也可以；一时说不清的，可请村（居）委会或医院社工帮忙。",
    },
    en: Words {
        title: "The household is not described yet",
        message: "The application says nothing of the people and the income of the household.",
        why: "Most programmes look at the family's hardship before they decide how much to give.",
        help: "Describe people and income of the last twelve months, estimates will do; the committee or the hospital's social worker can help.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/household"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if lives_in_institution(application) {
        return;
    }
    sink.seen();
    if application.household.is_none() {
        sink.fail(pointer![]);
    }
}
