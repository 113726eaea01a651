//! An aid record that names a decision SHOULD name the line of its award.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-010",
    slug: "award-line-not-named",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写执行哪个资助项",
        message: "指明了审核结果，但没有写是哪个资助项。",
        why: "一份审核结果可以有几项资助，不写清就算不出还剩多少。",
        help: "请填写资助项的标识号。",
    },
    en: Words {
        title: "The award line is not named",
        message: "The decision is named, and the line of the award is not.",
        why: "A decision may have several lines; what is left of each cannot be told.",
        help: "Give the id of the line.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/awardLineId"}]"#),
            expect: Expect::Fail("/decisionId"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if aid.decision_id.is_none() {
        return;
    }
    sink.seen();
    if aid.award_line_id.is_none() {
        sink.fail(pointer!["decisionId"]);
    }
}
