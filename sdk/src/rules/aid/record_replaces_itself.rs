//! An aid record MUST NOT name itself as the one that it replaces.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-008",
    slug: "record-replaces-itself",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "救助记录取代了自己",
        message: "“所取代的救助记录”写的是它自己的标识号。",
        why: "取代关系断了，更正前后的记录会被算成两笔。",
        help: "请填写被更正的那份记录的标识号，没有就不填。",
    },
    en: Words {
        title: "A record replaces itself",
        message: "The record that it replaces is itself.",
        why: "The record and its correction would then count twice.",
        help: "Give the id of the earlier record, or leave it out.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/replacesAidRecordId", "value": "019a0000-0000-7000-8000-0000000008e2"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/replacesAidRecordId", "value": "019a0000-0000-7000-8000-000000000875"}]"#,
            ),
            expect: Expect::Fail("/replacesAidRecordId"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(replaced) = &aid.replaces_aid_record_id else { return };
    sink.seen();
    if *replaced == aid.aid_record_id {
        sink.fail(pointer!["replacesAidRecordId"]);
    }
}
