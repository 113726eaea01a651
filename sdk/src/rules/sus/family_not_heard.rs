//! The family SHOULD be heard before a suspicion is upheld.

use crate::{
    code::lists::{Ask, Severity, SuspicionStatus},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-017",
    slug: "family-not-heard",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-SUS-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有听家庭怎么说",
        message: "疑点已经确认，但没有家庭的说明。",
        why: "家庭可能有合理的解释，先听了再定才公平。",
        help: "请询问家庭并记录答复。",
    },
    en: Words {
        title: "The family was not heard",
        message: "The suspicion is upheld, and the family's word is missing.",
        why: "The family may have a good answer; it is fair to hear it first.",
        help: "Ask the family and record the answer.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "upheld-suspicion", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "upheld-suspicion",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/familyHeard"}]"#),
            expect: Expect::Fail("/status"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if suspicion.status != SuspicionStatus::Upheld {
        return;
    }
    sink.seen();
    if suspicion.family_heard.is_none() {
        sink.fail(pointer!["status"]);
    }
}
