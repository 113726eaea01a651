//! Where members are listed, all should be.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-005",
    slug: "household-members-below-size",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-HHD-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "家庭成员没有列全",
        message: "填写的人口数比列出的成员加孩子多。",
        why: "核对家庭情况时，机构会问其他成员是谁。",
        help: "请补上其他共同生活的成员；不便写姓名的，只写与孩子的关系即可。",
    },
    en: Words {
        title: "Not all members of the household are listed",
        message: "The number of people is larger than the listed members and the child.",
        why: "Charities will ask who the others are.",
        help: "Add the others who live from the same income; their relation to the child will do without a name.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/size", "value": 5}, {"op": "remove", "path": "/household/perHeadAnnualIncome"}]"#,
            ),
            expect: Expect::Fail("/household/members"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    let Some(size) = household.size else { return };
    if household.members.is_empty() {
        return;
    }
    sink.seen();
    if (size.get() as usize) > household.members.len() + 1 {
        sink.fail(pointer!["household", "members"]);
    }
}
