//! The charity, public and insurance money of an award line MUST make up its amount.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-025",
    slug: "funding-differs-from-line",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "出资之和与资助项金额不符",
        message: "各出资方金额之和不等于这个资助项的金额。",
        why: "联合救助里谁出多少要对得上，否则总有人多付或少付。",
        help: "请核对各出资方的金额；个人求助筹款不计入。",
    },
    en: Words {
        title: "The payers do not make up the line",
        message: "What the payers give together is not the amount of the line.",
        why: "In joint aid each payer's part must fit, or somebody pays too much.",
        help: "Check the amounts of the payers; money of a personal appeal does not count.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/award/lines/0/funding/1/amount", "value": "12000.01"}]"#,
            ),
            expect: Expect::Fail("/award/lines/0/amount"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let lines = decision.award.iter().flat_map(|award| award.lines.iter());
    for (index, line) in lines.enumerate() {
        let Some((amount, given)) = amount::money(line.amount.as_ref()).zip(funds::given(&line.funding))
        else {
            continue;
        };
        sink.seen();
        if amount != given {
            sink.fail(pointer!["award", "lines", index, "amount"]);
        }
    }
}
