//! The charity, public and insurance money of an aid MUST make up its amount.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-020",
    slug: "funding-differs-from-amount",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "出资之和与救助金额不符",
        message: "各出资方金额之和不等于救助金额。",
        why: "谁出多少要对得上，否则总有人多付或少付。",
        help: "请核对各出资方的金额；个人求助筹款不计入。",
    },
    en: Words {
        title: "The payers do not make up the amount",
        message: "What the payers give together is not the amount of the aid.",
        why: "Each payer's part must fit, or somebody pays too much.",
        help: "Check the amounts; money of a personal appeal does not count.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/funding/1/amount", "value": "12000.01"}]"#),
            expect: Expect::Fail("/amount"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some((amount, given)) = amount::money(aid.amount.as_ref()).zip(funds::given(&aid.funding)) else {
        return;
    };
    sink.seen();
    if amount != given {
        sink.fail(pointer!["amount"]);
    }
}
