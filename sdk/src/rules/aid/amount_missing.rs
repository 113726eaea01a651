//! An aid of money SHOULD give its amount.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-019",
    slug: "amount-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写金额",
        message: "这种救助付的是钱，但没有写金额。",
        why: "没有金额，算不出家庭还缺多少。",
        help: "请填写金额。",
    },
    en: Words {
        title: "The amount is missing",
        message: "This kind of aid is money, and no amount is given.",
        why: "Without it nobody can tell what is still missing.",
        help: "Give the amount.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/amount"}]"#),
            expect: Expect::Fail("/kind"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !funds::is_money(aid.kind) {
        return;
    }
    sink.seen();
    if aid.amount.is_none() {
        sink.fail(pointer!["kind"]);
    }
}
