//! What is used on an expense altogether SHOULD NOT be more than the burden left after later reimbursements.

use crate::{
    code::lists::{Ask, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain, uses},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-038",
    slug: "reimbursed-after-aid",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-038"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "后来又报销，救助多出来了",
        message: "救助之后这笔费用又有报销，现在救助合计超过了剩下的家庭负担。",
        why: "后来又报销很常见，不是谁的错；多出来的部分，有关机构要商量怎么处理。",
        help: "请与有关机构和家庭商量：留作后续治疗，还是返还，并记入救助记录。",
    },
    en: Words {
        title: "Reimbursed after aid was given",
        message: "Since the aid, more of this expense was reimbursed, so that the aid is now more than what is left to the family.",
        why: "A late reimbursement is common and nobody's fault; what to do with the surplus is for those concerned to agree on.",
        help: "Agree with the others and the family whether it is kept for further treatment or returned, and record it.",
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
            expect: Expect::FailIn("records/aid-set-off", "/receipts/0/amount"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let by_receipt = uses::by_receipt(case);
    for document in chain::counted(case) {
        for (index, own) in document.value.receipts.iter().enumerate() {
            let Some(uses) = by_receipt.get(own.receipt_id.as_str()) else { continue };
            let Some((used, left)) = uses.used.zip(uses.left) else { continue };
            // What was too much from the beginning is told by another rule.
            if uses.left_then.is_some_and(|then| used > then) {
                continue;
            }
            sink.seen();
            if used > left {
                sink.fail_in(document.entry, pointer!["receipts", index, "amount"], &[]);
            }
        }
    }
}
