//! Each member of the household has an identifier of its own.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-011",
    slug: "member-id-used-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-HHD-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "两位家庭成员的标识号相同",
        message: "有两位家庭成员用了同一个标识号（memberId）。",
        why: "别处提到成员时，分不清说的是哪一位。",
        help: "请用填表软件重新生成其中一个标识号，并检查引用它的地方。",
    },
    en: Words {
        title: "Two members of the household have one identifier",
        message: "Two members of the household bear the same memberId.",
        why: "Where other parts point to it, nobody can tell whom they mean.",
        help: "Let the software make a new identifier for one of them, and look at what points to it.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/members/2/memberId", "value": "019a0000-0000-7000-8000-000000000111"}]"#,
            ),
            expect: Expect::Fail("/household/members/2/memberId"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, member) in household.members.iter().enumerate() {
        sink.seen();
        if household.members.iter().take(index).any(|earlier| earlier.member_id == member.member_id) {
            sink.fail(pointer!["household", "members", index, "memberId"]);
        }
    }
}
