//! A meeting SHOULD name its members and its decision.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-019",
    slug: "meeting-without-members-or-decision",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-SUS-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "会商没有写参加人或意见",
        message: "会商记录缺少参加人或形成的意见。",
        why: "不知道谁参加、定了什么，会商就没有作用。",
        help: "请补全会商记录。",
    },
    en: Words {
        title: "A meeting without members or decision",
        message: "The meeting has no members or no decision.",
        why: "Without them it proves nothing.",
        help: "Complete the record of the meeting.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "remove", "path": "/meetings/0/decision"}]"#),
            expect: Expect::Fail("/meetings/0"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, meeting) in suspicion.meetings.iter().enumerate() {
        sink.seen();
        if meeting.members.is_empty() || meeting.decision.is_none() {
            sink.fail(pointer!["meetings", index]);
        }
    }
}
