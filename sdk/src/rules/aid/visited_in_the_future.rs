//! A follow-up that is recorded MUST have taken place.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-035",
    slug: "visited-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-035"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "回访日期在今天之后",
        message: "这次回访的日期还没有到。",
        why: "没做的回访写成做过，孩子的难处就没有人看见。",
        help: "请核对日期；计划的回访写在下次回访里。",
    },
    en: Words {
        title: "Followed up in the future",
        message: "The day of this follow-up has not come yet.",
        why: "A visit not made, written as made, leaves a child unseen.",
        help: "Check the day; a planned one belongs under the next follow-up.",
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
                r#"[{"op": "replace", "path": "/followUps/0/visitedOn", "value": "2026-10-02"}]"#,
            ),
            expect: Expect::Fail("/followUps/0/visitedOn"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, visit) in aid.follow_ups.iter().enumerate() {
        calendar::not_yet(sink, Some(&visit.visited_on), case.as_of, || {
            pointer!["followUps", index, "visitedOn"]
        });
    }
}
