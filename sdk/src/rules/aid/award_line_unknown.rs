//! The award line that an aid record names MUST be in its decision.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-011",
    slug: "award-line-unknown",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "审核结果里没有这个资助项",
        message: "救助记录写的资助项，在它的审核结果里找不到。",
        why: "对不上资助项，就不知道这笔钱是不是批过的。",
        help: "请核对资助项的标识号。",
    },
    en: Words {
        title: "The decision has no such line",
        message: "The line that the record names is not in its decision.",
        why: "Where it leads nowhere, nobody knows whether the money was granted.",
        help: "Check the id of the line.",
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
                r#"[{"op": "replace", "path": "/awardLineId", "value": "019a0000-0000-7000-8000-0000000008e1"}]"#,
            ),
            expect: Expect::Fail("/awardLineId"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(decision) = chain::decision(case, aid.decision_id.as_ref()).filter(|one| one.award.is_some())
    else {
        return;
    };
    if aid.award_line_id.is_none() {
        return;
    }
    sink.seen();
    if chain::award_line(decision, aid).is_none() {
        sink.fail(pointer!["awardLineId"]);
    }
}
