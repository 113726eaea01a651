//! An aid record SHOULD name the decision on which it rests, unless it is aid to many.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-009",
    slug: "decision-not-named",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写依据哪份审核结果",
        message: "这份救助记录没有指明审核结果。",
        why: "没有审核结果的救助，说不清凭什么给、给多少。",
        help: "请填写审核结果的标识号；批量发放的请填写批量发放信息。",
    },
    en: Words {
        title: "The decision is not named",
        message: "The record names no decision.",
        why: "Aid without a decision cannot tell on what it was given.",
        help: "Name the decision; for aid to many at once, fill in that part.",
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
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/decisionId"}, {"op": "remove", "path": "/awardLineId"}]"#,
            ),
            expect: Expect::Fail("/aidRecordId"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if aid.group_aid.is_some() {
        return;
    }
    sink.seen();
    if aid.decision_id.is_none() {
        sink.fail(pointer!["aidRecordId"]);
    }
}
