//! After a child's death an aid record SHOULD say what became of money left.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-036",
    slug: "leftover-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-036"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "孩子去世后没有写结余怎么处理",
        message: "孩子已经去世，没有写剩余资金的处理。",
        why: "剩下的钱要用于相同或近似的目的，并且公开。",
        help: "请与家属沟通后填写；没有结余的写“无结余”。",
    },
    en: Words {
        title: "What is left is not told after a death",
        message: "The child has died, and what became of money left is not told.",
        why: "It is to be used for the same or a similar purpose, and that is to be made public.",
        help: "Speak with the relatives and fill it in; write none where nothing is left.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(r#"[{"op": "add", "path": "/deceasedOn", "value": "2026-09-01"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/deceasedOn", "value": "2026-09-01"}, {"op": "remove", "path": "/leftover"}]"#,
            ),
            expect: Expect::Fail("/deceasedOn"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if aid.deceased_on.is_none() {
        return;
    }
    sink.seen();
    if aid.leftover.is_none() {
        sink.fail(pointer!["deceasedOn"]);
    }
}
