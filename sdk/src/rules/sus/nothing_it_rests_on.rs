//! A suspicion SHOULD say on what it rests.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-008",
    slug: "nothing-it-rests-on",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-SUS-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "疑点没有写依据",
        message: "提出了疑点，但没有写依据什么。",
        why: "没有依据的怀疑，家庭没法回答。",
        help: "请写明看到了什么、在哪份文件里。",
    },
    en: Words {
        title: "Nothing that it rests on",
        message: "The suspicion does not say on what it rests.",
        why: "A family cannot answer what rests on nothing.",
        help: "Say what was seen, and in which document.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "remove", "path": "/evidence"}]"#),
            expect: Expect::Fail("/question"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if suspicion.evidence.is_empty() {
        sink.fail(pointer!["question"]);
    }
}
