//! The amount of aid to many MUST be the number of recipients times the amount of each.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-033",
    slug: "group-amount-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-033"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "批量发放的金额与户数不符",
        message: "总金额不等于户（人）数乘以每户（人）金额。",
        why: "对不上，就不知道有没有漏发或多发。",
        help: "请核对户数、每户金额和总金额。",
    },
    en: Words {
        title: "The amount of aid to many does not follow",
        message: "The amount is not the number of recipients times the amount of each.",
        why: "Where it does not fit, somebody was left out or paid twice.",
        help: "Check the number, the amount of each and the total.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example { case: "group-aid", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "group-aid",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/groupAid/recipients", "value": 199}]"#),
            expect: Expect::Fail("/amount"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(group) = &aid.group_aid else { return };
    let Some((recipients, each)) = group.recipients.zip(amount::money(group.amount_each.as_ref())) else {
        return;
    };
    let Some(whole) = amount::money(aid.amount.as_ref()) else { return };
    sink.seen();
    if each.fen().checked_mul(i64::from(recipients.get())) != Some(whole.fen()) {
        sink.fail(pointer!["amount"]);
    }
}
