//! The history of a decision SHOULD begin when the application was begun or handed in.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-003",
    slug: "decision-history-begins-midway",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "办理历史没有从头记起",
        message: "办理历史不是从草稿或提交开始的。",
        why: "从提交那天算起，才看得出办理用了多久、有没有超时。",
        help: "请补上提交以来的各个状态；确实查不到的，请在备注里说明。",
    },
    en: Words {
        title: "The history does not begin at the beginning",
        message: "The history begins neither with a draft nor with the application being handed in.",
        why: "Only from that day can it be told how long the family waited.",
        help: "Add the states since then; where they are not known any more, say so in the remark.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(r#"[{"op": "remove", "path": "/history/0"}]"#),
            expect: Expect::Fail("/history/0/state"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::begin(sink, decision.history.first().map(|change| change.state), || {
        pointer!["history", 0, "state"]
    });
}
