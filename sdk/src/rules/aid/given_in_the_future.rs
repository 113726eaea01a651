//! The events of an aid record MUST NOT lie after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-005",
    slug: "given-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "救助环节的日期在今天之后",
        message: "这一天还没有到。",
        why: "没付的钱写成已付，家庭和别的机构都会误会。",
        help: "请核对日期；还没支付的写成已承诺。",
    },
    en: Words {
        title: "An event in the future",
        message: "This day has not come yet.",
        why: "Money not yet paid, written as paid, misleads the family and others.",
        help: "Check the day; what is still to be paid is promised.",
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
                r#"[{"op": "replace", "path": "/history/2/happenedOn", "value": "2026-10-02"}]"#,
            ),
            expect: Expect::Fail("/history/2/happenedOn"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, event) in aid.history.iter().enumerate() {
        calendar::not_yet(sink, Some(&event.happened_on), case.as_of, || {
            pointer!["history", index, "happenedOn"]
        });
    }
}
