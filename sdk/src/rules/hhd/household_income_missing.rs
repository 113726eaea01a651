//! The household's income of the year should be given.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::lives_in_institution,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-003",
    slug: "household-income-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-HHD-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::VillageCommittee],
    zh: Words {
        title: "还没有填家庭年收入",
        message: "家庭情况里没有写全年收入。",
        why: "机构要靠收入了解家庭承担得起多少。",
        help: "请填近 12 个月全家的收入，没有收入的填 0.00；务农、打零工的可以估算，也可请村（居）委会说明。",
    },
    en: Words {
        title: "The income of the year is not given yet",
        message: "What the household took in over the year is not said.",
        why: "From it charities see how much the family can bear.",
        help: "Give the household's income of the last twelve months, 0.00 for none; estimates will do for farming and odd jobs, or a letter of the committee.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/household", "value": {"size": 3}}]"#),
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
    if household.annual_income.is_none() && household.incomes.is_empty() {
        sink.fail(pointer!["household"]);
    }
}
