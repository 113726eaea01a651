//! A member of a meeting who declared an interest MUST step aside.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-020",
    slug: "member-with-interest-took-part",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "有利害关系的参加人没有回避",
        message: "会商参加人声明了利害关系，但没有回避。",
        why: "有利害关系的人参与，结论难以服人。",
        help: "请在回避之后重新会商。",
    },
    en: Words {
        title: "A member with an interest took part",
        message: "A member of the meeting declared an interest and did not step aside.",
        why: "What was decided with it will not convince.",
        help: "Meet again without that person.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/meetings/0/members/2/conflictDeclared", "value": true}, {"op": "add", "path": "/meetings/0/members/2/recused", "value": true}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/meetings/0/members/0/conflictDeclared", "value": true}]"#,
            ),
            expect: Expect::Fail("/meetings/0/members/0"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, meeting) in suspicion.meetings.iter().enumerate() {
        for (member, person) in meeting.members.iter().enumerate() {
            if person.conflict_declared != Some(true) {
                continue;
            }
            sink.seen();
            if person.recused != Some(true) {
                sink.fail(pointer!["meetings", index, "members", member]);
            }
        }
    }
}
