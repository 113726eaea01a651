//! A suspicion MUST be upheld only after a meeting.

use crate::{
    code::lists::{Ask, Severity, SuspicionStatus},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-016",
    slug: "upheld-without-meeting",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有会商就确认了疑点",
        message: "疑点写成已确认，但没有会商记录。",
        why: "认定一个家庭有问题，要几方一起看过才算数。",
        help: "请召集会商，记录参加人和意见。",
    },
    en: Words {
        title: "Upheld without a meeting",
        message: "The suspicion is upheld, and no meeting looked at it.",
        why: "To say that a family did wrong takes several to look at it.",
        help: "Call a meeting, and record who took part and what was said.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "upheld-suspicion", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "upheld-suspicion",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/meetings"}]"#),
            expect: Expect::Fail("/status"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if suspicion.status != SuspicionStatus::Upheld {
        return;
    }
    sink.seen();
    if suspicion.meetings.is_empty() {
        sink.fail(pointer!["status"]);
    }
}
