//! Every household member to which a part of the application points must be one of its members.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, references},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-133",
    slug: "member-reference-leads-nowhere",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-132"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "引用的家庭成员不在申请里",
        message: "这里引用的家庭成员，申请的家庭成员里没有。",
        why: "不知道指的是谁，这一项就用不上。",
        help: "请核对指的是哪一位家庭成员，改成正确的标识号。",
    },
    en: Words {
        title: "A reference to a household member leads nowhere",
        message: "The member pointed to here is not in the household.",
        why: "Nobody can tell who is meant.",
        help: "Check which member is meant and correct the id.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/incomes/0/memberId", "value": "019a0000-0000-7000-8000-000000000111"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/incomes/0/memberId", "value": "019a0000-0000-7000-8000-0000000000e1"}]"#,
            ),
            expect: Expect::Fail("/household/incomes/0/memberId"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    references::members(application, &mut |id, at| {
        sink.seen();
        let household = application.household.iter();
        if !household.flat_map(|household| household.members.iter()).any(|member| member.member_id == *id) {
            sink.fail(at());
        }
    });
}
