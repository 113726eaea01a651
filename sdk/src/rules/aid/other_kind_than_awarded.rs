//! The kind of an aid MUST be that of its award line.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-013",
    slug: "other-kind-than-awarded",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "救助方式与资助项不同",
        message: "实际的救助方式与资助项批准的不同。",
        why: "批的是医院冲抵，付成现金，钱可能没有用在治疗上。",
        help: "请核对；确需改变方式的，先更改审核结果。",
    },
    en: Words {
        title: "Another kind of aid than awarded",
        message: "The kind of aid is not that of the award line.",
        why: "What was granted as a set-off and paid in cash may not reach the treatment.",
        help: "Check it; to change the kind, change the decision first.",
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
                r#"[{"op": "replace", "path": "/kind", "value": "surgery"}, {"op": "add", "path": "/surgery", "value": {"name": "骨髓穿刺"}}]"#,
            ),
            expect: Expect::Fail("/kind"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let decision = chain::decision(case, aid.decision_id.as_ref());
    let Some(line) = decision.and_then(|decision| chain::award_line(decision, aid)) else { return };
    sink.seen();
    if aid.kind != line.kind {
        sink.fail(pointer!["kind"]);
    }
}
