//! A suspicion under appeal MUST record the appeal.

use crate::{
    code::lists::{Ask, Severity, SuspicionStatus},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-023",
    slug: "appealed-without-appeal",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "状态是申诉中，却没有申诉",
        message: "疑点在申诉中，但没有申诉的记录。",
        why: "没有记录，申诉就可能被搁下。",
        help: "请补上申诉的日期、申诉人和理由。",
    },
    en: Words {
        title: "Appealed without an appeal",
        message: "The suspicion is under appeal, and no appeal is recorded.",
        why: "Without it the appeal may be forgotten.",
        help: "Add the day, who appealed and on what grounds.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example {
            case: "upheld-suspicion",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/status", "value": "appealed"}, {"op": "add", "path": "/history/-", "value": {"status": "appealed", "since": "2026-06-20T02:00:00Z"}}, {"op": "add", "path": "/appeals", "value": [{"madeOn": "2026-06-20", "by": "家庭"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "upheld-suspicion",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/status", "value": "appealed"}, {"op": "add", "path": "/history/-", "value": {"status": "appealed", "since": "2026-06-20T02:00:00Z"}}]"#,
            ),
            expect: Expect::Fail("/status"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if suspicion.status != SuspicionStatus::Appealed {
        return;
    }
    sink.seen();
    if suspicion.appeals.is_empty() {
        sink.fail(pointer!["status"]);
    }
}
