//! Money of a personal appeal MUST be marked as a gift to the person.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-032",
    slug: "decision-appeal-counted-as-charity",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-032"],
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
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/award/lines/1/funding/-", "value": {"payer": "crowdfunding", "nature": "personal-gift", "amount": "500.00"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/award/lines/1/funding/-", "value": {"payer": "crowdfunding", "nature": "charity-aid", "amount": "500.00"}}]"#,
            ),
            expect: Expect::Fail("/award/lines/1/funding/1"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let lines = decision.award.iter().flat_map(|award| award.lines.iter());
    for (index, line) in lines.enumerate() {
        for (payer, funding) in line.funding.iter().enumerate() {
            let Some(hides) = funds::hides_an_appeal(funding) else { continue };
            sink.seen();
            if hides {
                sink.fail(pointer!["award", "lines", index, "funding", payer]);
            }
        }
    }
}
