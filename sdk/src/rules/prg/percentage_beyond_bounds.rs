//! A percentage of a programme must be above nought and not above a hundred.

use crate::{
    code::lists::{Ask, Severity},
    model::{programme::Programme, texts::DecimalText},
    pointer,
    pointer::Pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::bands;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-014",
    slug: "percentage-beyond-bounds",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "百分比超出范围",
        message: "这个百分比不在 0 到 100 之间。",
        why: "比例超过百分之百，等于给的比花的还多；多半是漏了小数点。",
        help: "请对照公告核对；百分之六十写 60，不写 0.6，也不写 6000。",
    },
    en: Words {
        title: "A percentage is out of bounds",
        message: "This percentage is not between 0 and 100.",
        why: "More than a hundred per cent would give more than was spent; a point is probably missing.",
        help: "Compare with the announcement; sixty per cent is 60, neither 0.6 nor 6000.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/awards/1/ratePercent", "value": "160"}]"#),
            expect: Expect::Fail("/awards/1/ratePercent"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let mut within = |text: Option<&DecimalText<'_>>, at: Pointer| {
        let Some(percent) = text.and_then(bands::percent) else { return };
        sink.seen();
        if percent <= 0 || percent > bands::HUNDRED {
            sink.fail(at);
        }
    };
    for (index, award) in programme.awards.iter().enumerate() {
        within(award.rate_percent.as_ref(), pointer!["awards", index, "ratePercent"]);
        for (number, tier) in award.tiers.iter().enumerate() {
            within(tier.rate_percent.as_ref(), pointer!["awards", index, "tiers", number, "ratePercent"]);
        }
    }
    for (index, share) in programme.funding.iter().enumerate() {
        within(share.share_percent.as_ref(), pointer!["funding", index, "sharePercent"]);
    }
    if let Some(overlap) = &programme.overlap {
        within(overlap.up_to_percent.as_ref(), pointer!["overlap", "upToPercent"]);
    }
}
