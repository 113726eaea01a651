//! The status of a suspicion MUST be the last one of its history.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-001",
    slug: "suspicion-status-differs-from-history",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "当前状态与状态历史不一致",
        message: "疑点的当前状态不是状态历史里的最后一个状态。",
        why: "疑点有没有排除要说得清，否则家庭一直背着疑点。",
        help: "请核对历史，改正当前状态。",
    },
    en: Words {
        title: "The status is not the last of the history",
        message: "The status of the suspicion is not the last one of its history.",
        why: "Whether it was cleared must be clear, or it stays on the family.",
        help: "Look at the history and correct the status.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "replace", "path": "/status", "value": "under-review"}]"#),
            expect: Expect::Fail("/status"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::end(sink, suspicion.history.last().map(|change| change.status), suspicion.status, || {
        pointer!["status"]
    });
}
