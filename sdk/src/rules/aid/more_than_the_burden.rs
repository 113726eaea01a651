//! What is used on a receipt altogether MUST NOT be more than the family's burden.

use crate::{
    code::lists::{Ask, Severity},
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount, chain, funds,
    },
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
        title: "救助超过了这张票据的家庭负担",
        message: "各家机构在这张票据上使用的金额，合计超过了家庭的负担。",
        why: "几家可以一起帮同一张票据，但合计不能超过家庭自己负担的部分。",
        help: "请与其他机构商量各承担多少，调整使用金额。",
    },
    en: Words {
        title: "More than the family bears of the bill",
        message: "What is used on this bill altogether is more than the family bears of it.",
        why: "Several may help with one bill, but together not with more than the family pays itself.",
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
                r#"[{"op": "add", "path": "/laterReimbursements", "value": [{"payer": "supplementary-insurance", "amount": "8000.00", "status": "settled", "paidOn": "2026-05-10"}]}]"#,
            ),
            expect: Expect::FailIn("records/aid-set-off", "/receipts/0/amount"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let used = chain::sums(
        chain::counted(case)
            .flat_map(|document| document.value.receipts.iter())
            .filter_map(|used| Some((used.receipt_id.as_str(), amount::money(Some(&used.amount))?))),
    );
    let uses = chain::counted(case).flat_map(|document| document.value.receipts.iter());
    let burdens = funds::burdens(case, uses);
    for document in chain::counted(case) {
        for (index, own) in document.value.receipts.iter().enumerate() {
            let Some(burden) = burdens.get(own.receipt_id.as_str()).copied().flatten() else { continue };
            let at = || pointer!["receipts", index, "amount"];
            match used.get(own.receipt_id.as_str()).copied().flatten() {
                None => sink.could_not_check_in(document.entry, at()),
                Some(used) if used > burden => sink.fail_in(document.entry, at(), &[]),
                Some(_) => sink.seen(),
            }
        }
    }
}
