//! The shares of the payers of an award line SHOULD make 100 per cent.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-026",
    slug: "shares-are-not-the-whole",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "出资比例加起来不是 100%",
        message: "各出资方的比例加起来不是 100%。",
        why: "比例不对，后续分担费用就会有争议。",
        help: "请核对比例；除不尽的，最后一家取剩下的部分。",
    },
    en: Words {
        title: "The shares are not the whole",
        message: "The shares of the payers do not make 100 per cent.",
        why: "With wrong shares the payers will argue later.",
        help: "Check the shares; what does not divide evenly goes to the last one.",
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
                r#"[{"op": "replace", "path": "/award/lines/0/funding/1/share", "value": "41"}]"#,
            ),
            expect: Expect::Fail("/award/lines/0/funding"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let lines = decision.award.iter().flat_map(|award| award.lines.iter());
    for (index, line) in lines.enumerate() {
        let Some(shares) = funds::shares(&line.funding) else { continue };
        sink.seen();
        if shares != WHOLE {
            sink.fail(pointer!["award", "lines", index, "funding"]);
        }
    }
}

/// A hundred per cent, in millionths of a per cent.
const WHOLE: i128 = 100_000_000;
