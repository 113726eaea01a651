//! An objection SHOULD be answered before a case is granted.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-042",
    slug: "objection-not-answered",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-042"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "异议没有答复就通过了",
        message: "公示收到的异议还没有答复，案件已经通过。",
        why: "不答复异议，公示就成了走过场。",
        help: "请先答复异议，并记录处理结果。",
    },
    en: Words {
        title: "Granted before an objection was answered",
        message: "The case was granted although an objection is not answered yet.",
        why: "A notice whose objections are not answered is empty form.",
        help: "Answer the objection first, and record what came of it.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/publicNotice/objections", "value": [{"receivedOn": "2026-03-22", "matter": "询问资金来源", "handledOn": "2026-03-24", "outcome": "已说明"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/publicNotice/objections", "value": [{"receivedOn": "2026-03-22", "matter": "询问资金来源"}]}]"#,
            ),
            expect: Expect::Fail("/publicNotice/objections/0"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !chain::is_awarded(decision.state) {
        return;
    }
    let objections = decision.public_notice.iter().flat_map(|notice| notice.objections.iter());
    for (index, objection) in objections.enumerate() {
        sink.seen();
        if objection.handled_on.is_none() {
            sink.fail(pointer!["publicNotice", "objections", index]);
        }
    }
}
