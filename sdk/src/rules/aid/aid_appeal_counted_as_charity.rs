//! In an aid record, money of a personal appeal MUST be marked as a gift to the person.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-021",
    slug: "aid-appeal-counted-as-charity",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "把个人求助筹款算成了慈善救助",
        message: "个人求助的筹款没有标明是对个人的赠与。",
        why: "个人求助筹到的钱属于对个人的赠与，不是慈善救助，混在一起会虚报救助额。",
        help: "请把资金性质改为个人赠与，或删去这一行。",
    },
    en: Words {
        title: "An appeal counted as charity",
        message: "Money of a personal appeal is not marked as a gift to the person.",
        why: "It is a gift to the person and no charity; added in, it makes the aid look larger than it is.",
        help: "Mark it as a personal gift, or take the line out.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/funding/-", "value": {"payer": "crowdfunding", "nature": "personal-gift", "amount": "500.00"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/funding/-", "value": {"payer": "crowdfunding", "amount": "500.00"}}]"#,
            ),
            expect: Expect::Fail("/funding/2"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, funding) in aid.funding.iter().enumerate() {
        let Some(hides) = funds::hides_an_appeal(funding) else { continue };
        sink.seen();
        if hides {
            sink.fail(pointer!["funding", index]);
        }
    }
}
