//! The lower end of amounts must not be above the upper end.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::{bands, conditions};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-010",
    slug: "programme-amounts-reversed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "金额上下限写反了",
        message: "下限比上限还高，或者两端相等却不含本数，没有金额落在里面。",
        why: "没有家庭能落进这样的区间。",
        help: "请对照公告核对两个金额，以及是否含本数。",
    },
    en: Words {
        title: "The ends of an amount are swapped",
        message: "The lower end is above the upper one, or both are equal and not included, so that no amount is between them.",
        why: "No family could be in such a band.",
        help: "Compare both amounts with the announcement, and whether they are included.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/eligibility/residualBurden/until", "value": "19999.00"}]"#,
            ),
            expect: Expect::Fail("/eligibility/residualBurden/until"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    conditions::each(programme, |node| {
        if let Some(test) = node.tests.residual_burden
            && test.from.is_some()
            && test.until.is_some()
        {
            sink.seen();
            if bands::fen(test.from.as_ref(), test.from_bound, test.until.as_ref(), test.until_bound)
                .is_empty()
            {
                sink.fail(node.at(&["residualBurden".into(), "until".into()]));
            }
        }
        if let Some(test) = node.tests.other_help
            && test.from.is_some()
            && test.until.is_some()
        {
            sink.seen();
            if bands::fen(test.from.as_ref(), None, test.until.as_ref(), None).is_empty() {
                sink.fail(node.at(&["otherHelp".into(), "until".into()]));
            }
        }
    });
    for (index, award) in programme.awards.iter().enumerate() {
        for (number, tier) in award.tiers.iter().enumerate() {
            sink.seen();
            if bands::of(&tier.band).is_empty() {
                sink.fail(pointer!["awards", index, "tiers", number, "band"]);
            }
        }
    }
}
