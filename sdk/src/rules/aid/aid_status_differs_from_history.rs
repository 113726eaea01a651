//! The status of an aid record MUST be the last one of its history.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-001",
    slug: "aid-status-differs-from-history",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "当前状态与状态历史不一致",
        message: "当前状态不是状态历史里的最后一个状态。",
        why: "付了没付说不清，别的机构就不敢接着帮。",
        help: "请核对历史，改正当前状态，或补上漏记的一步。",
    },
    en: Words {
        title: "The status is not the last of the history",
        message: "The status is not the last one of the history.",
        why: "Where it is not clear whether money was paid, others dare not go on helping.",
        help: "Look at the history: correct the status, or add the event that was left out.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(r#"[{"op": "replace", "path": "/status", "value": "paid"}]"#),
            expect: Expect::Fail("/status"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::end(sink, aid.history.last().map(|event| event.status), aid.status, || pointer!["status"]);
}
