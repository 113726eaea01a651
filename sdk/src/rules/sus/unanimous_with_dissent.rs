//! A meeting in which somebody differed SHOULD NOT count as unanimous.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-021",
    slug: "unanimous-with-dissent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-SUS-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "写成一致同意，却有不同意见",
        message: "会商写成一致同意，但有参加人不同意。",
        why: "不同意见也要如实留下，以后申诉时用得到。",
        help: "请核对表决情况。",
    },
    en: Words {
        title: "Unanimous, with a dissent",
        message: "The meeting counts as unanimous, and a member differed.",
        why: "A dissent is to be kept; an appeal may need it.",
        help: "Check how the meeting decided.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/meetings/0/unanimous", "value": true}, {"op": "remove", "path": "/meetings/0/members/2"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "replace", "path": "/meetings/0/unanimous", "value": true}]"#),
            expect: Expect::Fail("/meetings/0/unanimous"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, meeting) in suspicion.meetings.iter().enumerate() {
        if meeting.unanimous != Some(true) {
            continue;
        }
        sink.seen();
        if meeting.members.iter().any(|member| member.agrees == Some(false) || member.dissent.is_some()) {
            sink.fail(pointer!["meetings", index, "unanimous"]);
        }
    }
}
