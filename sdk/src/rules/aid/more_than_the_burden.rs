//! What is used on an expense altogether MUST NOT be more than the family bore of it when the last of the aid was
//! promised or given.

use crate::{
    code::lists::{Ask, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain, uses},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-026",
    slug: "more-than-the-burden",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "救助超过了这笔费用的家庭负担",
        message: "各笔救助在这笔费用上使用的金额，合计超过了家庭的负担。",
        why: "几家可以一起帮同一笔费用，但合计不能超过家庭自己负担的部分；换开的纸质票与电子票据是同一笔费用。",
        help: "请与其他机构商量各承担多少，调整使用金额。",
    },
    en: Words {
        title: "More than the family bears of the bill",
        message: "What is used on this expense altogether is more than the family bore of it.",
        why: "Several may help with one bill, but together not with more than the family pays itself; a paper re-issue is the same bill as its e-bill.",
        help: "Agree with the others on who pays how much, and correct the amount.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "receipts/stay",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/laterReimbursements", "value": [{"payer": "supplementary-insurance", "amount": "10000.00", "status": "settled", "paidOn": "2026-05-10"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "receipts/stay",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/laterReimbursements", "value": [{"payer": "supplementary-insurance", "amount": "10000.00", "status": "settled", "paidOn": "2026-03-20"}]}]"#,
            ),
            expect: Expect::FailIn("records/aid-set-off", "/receipts/0/amount"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let by_receipt = uses::by_receipt(case);
    for document in chain::counted(case) {
        for (index, own) in document.value.receipts.iter().enumerate() {
            let Some(uses) = by_receipt.get(own.receipt_id.as_str()) else { continue };
            let Some(left) = uses.left_then else { continue };
            let at = || pointer!["receipts", index, "amount"];
            match uses.used {
                None => sink.could_not_check_in(document.entry, at()),
                Some(used) if used > left => sink.fail_in(document.entry, at(), &[]),
                Some(_) => sink.seen(),
            }
        }
    }
}
