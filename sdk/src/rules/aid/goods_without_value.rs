//! Drugs and goods that were given SHOULD have a value.

use crate::{
    code::lists::{AidKind, Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-032",
    slug: "goods-without-value",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-032"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "物资或药品没有写价值",
        message: "给了药品或物资，但没有写价值。",
        why: "没有价值，就算不进救助总额，也没法向捐赠人交代。",
        help: "请按采购价或市场价填写价值。",
    },
    en: Words {
        title: "Goods without a value",
        message: "Drugs or goods were given, and no value is told.",
        why: "Without it they count for nothing, and donors cannot be told.",
        help: "Give their value at cost or market price.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-drug",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/amount"}, {"op": "remove", "path": "/funding"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-drug",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/amount"}, {"op": "remove", "path": "/funding"}, {"op": "remove", "path": "/drugs/0/value"}]"#,
            ),
            expect: Expect::Fail("/kind"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !matches!(aid.kind, AidKind::Drug | AidKind::InKind) || aid.amount.is_some() {
        return;
    }
    if aid.drugs.is_empty() && aid.goods.is_empty() {
        return;
    }
    sink.seen();
    let valued =
        aid.drugs.iter().all(|drug| drug.value.is_some()) && aid.goods.iter().all(|one| one.value.is_some());
    if !valued {
        sink.fail(pointer!["kind"]);
    }
}
