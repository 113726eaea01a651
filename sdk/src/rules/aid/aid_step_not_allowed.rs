//! A status MUST follow only a status that the table of transitions allows before it.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-002",
    slug: "aid-step-not-allowed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "状态变化不合规定",
        message: "状态不能从“{from}”直接变为“{to}”。",
        why: "已经取消或交付的救助又变回承诺，账就对不上了。",
        help: "请核对历史；新的承诺请另建一份救助记录。",
    },
    en: Words {
        title: "A step that aid does not take",
        message: "Aid does not go from “{from}” to “{to}”.",
        why: "Aid that was cancelled or given and is promised again spoils the accounts.",
        help: "Look at the history; a new promise is a record of its own.",
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
            entry: "records/aid-drug",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/history/-", "value": {"status": "promised", "happenedOn": "2026-04-21", "amount": "6000.00"}}, {"op": "replace", "path": "/status", "value": "promised"}]"#,
            ),
            expect: Expect::Fail("/history/2/status"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::follow(sink, aid.history.iter().map(|event| event.status), |index| {
        pointer!["history", index, "status"]
    });
}
