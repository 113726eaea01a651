//! The burden that an aid record states SHOULD be what the papers of its bill come to.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount, uses},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-029",
    slug: "stated-burden-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-029"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "认定的家庭负担与票据不符",
        message: "写的家庭负担，与按票据算出的不一样。",
        why: "后来又报销了一部分很常见，按旧数会多付。",
        help: "请按票据和最新的报销情况重新核对。",
    },
    en: Words {
        title: "The stated burden differs from the bill",
        message: "The burden that is stated is not what the receipt comes to.",
        why: "A late reimbursement is common; by the old figure too much is paid.",
        help: "Work it out again from the receipt and what was reimbursed since.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/receipts/0/statedBurden", "value": "37000.00"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/receipts/0/statedBurden", "value": "37500.00"}]"#,
            ),
            expect: Expect::Fail("/receipts/0/statedBurden"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, used) in aid.receipts.iter().enumerate() {
        let Some(stated) = amount::money(used.stated_burden.as_ref()) else { continue };
        let Some(burden) = uses::left(case, &used.receipt_id) else { continue };
        sink.seen();
        if stated != burden {
            sink.fail(pointer!["receipts", index, "statedBurden"]);
        }
    }
}
