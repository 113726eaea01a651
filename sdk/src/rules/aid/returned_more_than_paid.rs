//! The amount returned MUST NOT be above the amount paid.

use crate::{
    code::lists::{AidStatus, Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-023",
    slug: "returned-more-than-paid",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "返还的比支付的多",
        message: "返还金额合计超过了支付金额合计。",
        why: "多半有一个数写错了。",
        help: "请对照凭证核对支付和返还的金额。",
    },
    en: Words {
        title: "More came back than was paid",
        message: "What was returned is more than what was paid.",
        why: "One of the amounts is probably wrong.",
        help: "Compare both with the vouchers.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/history/2/amount", "value": "30000.01"}]"#),
            expect: Expect::Fail("/history/2/amount"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some((index, _)) =
        aid.history.iter().enumerate().rfind(|(_, event)| event.status == AidStatus::Returned)
    else {
        return;
    };
    let paid = chain::total(aid, AidStatus::Paid).zip(chain::total(aid, AidStatus::Delivered));
    let Some((paid, delivered)) = paid else { return };
    let Some(returned) = chain::total(aid, AidStatus::Returned) else { return };
    sink.seen();
    if paid.checked_add(delivered).is_some_and(|given| returned > given) {
        sink.fail(pointer!["history", index, "amount"]);
    }
}
