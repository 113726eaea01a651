//! Another person than the one who raised a suspicion SHOULD decide on it, or a meeting.

use crate::{
    code::lists::{Ask, Severity, SuspicionStatus},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, sus::persons},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-018",
    slug: "raiser-decided-alone",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-SUS-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "提出疑点的人自己作了决定",
        message: "提出疑点和作决定的是同一个人，也没有会商。",
        why: "一个人又提又判，容易看偏。",
        help: "请由另一个人或会商来决定。",
    },
    en: Words {
        title: "Whoever raised it decided alone",
        message: "The person who raised the suspicion decided on it, and there was no meeting.",
        why: "Who asks and judges alone easily sees one side.",
        help: "Let another person or a meeting decide.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/meetings"}, {"op": "replace", "path": "/resolution/decidedBy/organisation", "value": {"code": "531000000000000008", "name": "示例儿童大病救助基金会"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "remove", "path": "/meetings"}]"#),
            expect: Expect::Fail("/resolution/decidedBy"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if suspicion.status != SuspicionStatus::Cleared || !suspicion.meetings.is_empty() {
        return;
    }
    let decided = suspicion.resolution.as_ref().and_then(|resolution| resolution.decided_by.as_ref());
    let Some((raised, decided)) = suspicion.raised_by.as_ref().zip(decided) else { return };
    sink.seen();
    if persons::are_one(raised, decided) {
        sink.fail(pointer!["resolution", "decidedBy"]);
    }
}
