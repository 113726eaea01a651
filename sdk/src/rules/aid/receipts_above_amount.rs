//! What is used of an aid on receipts MUST NOT be more than its amount.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-025",
    slug: "receipts-above-amount",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "用在票据上的钱超过救助金额",
        message: "各张票据上使用的金额之和，超过了这笔救助的金额。",
        why: "多占的部分会让别的机构不能再帮。",
        help: "请核对每张票据上的使用金额。",
    },
    en: Words {
        title: "More on receipts than the aid is",
        message: "What is used on the receipts is more than the amount of the aid.",
        why: "What is claimed too much keeps others from helping.",
        help: "Check the amount on each receipt.",
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
                r#"[{"op": "replace", "path": "/receipts/0/amount", "value": "30000.01"}]"#,
            ),
            expect: Expect::Fail("/receipts"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(whole) = amount::money(aid.amount.as_ref()).filter(|_| !aid.receipts.is_empty()) else { return };
    let Some(used) = Money::sum(aid.receipts.iter().filter_map(|used| amount::money(Some(&used.amount))))
    else {
        return sink.could_not_check(pointer!["receipts"]);
    };
    sink.seen();
    if used > whole {
        sink.fail(pointer!["receipts"]);
    }
}
