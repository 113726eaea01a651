//! Where a suspicion is upheld, the right to appeal MUST be told.

use crate::{
    code::lists::{Ask, Severity, SuspicionStatus},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-022",
    slug: "appeal-right-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有告知申诉的权利",
        message: "疑点已经确认，但没有告知家庭可以申诉。",
        why: "家庭不知道能申诉，错了也改不过来。",
        help: "请告知申诉的方式和期限。",
    },
    en: Words {
        title: "The right to appeal was not told",
        message: "The suspicion is upheld, and the right to appeal was not told.",
        why: "A family that does not know cannot have a mistake put right.",
        help: "Tell how and until when it can appeal.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "upheld-suspicion", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "upheld-suspicion",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/appealRight"}]"#),
            expect: Expect::Fail("/status"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if suspicion.status != SuspicionStatus::Upheld {
        return;
    }
    sink.seen();
    if suspicion.appeal_right.is_none() {
        sink.fail(pointer!["status"]);
    }
}
