//! Every line of an award MUST have an id of its own.

use std::collections::BTreeSet;

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-028",
    slug: "award-line-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "两个资助项用了同一个标识号",
        message: "这个资助项的标识号与前面的重复。",
        why: "救助记录靠标识号找到资助项，重复了就分不清付的是哪一项。",
        help: "请给每个资助项一个不同的标识号。",
    },
    en: Words {
        title: "Two lines with one id",
        message: "This line has the same id as one before it.",
        why: "Aid records find their line by its id.",
        help: "Give every line an id of its own.",
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
                r#"[{"op": "replace", "path": "/award/lines/1/awardLineId", "value": "019a0000-0000-7000-8000-000000000872"}]"#,
            ),
            expect: Expect::Fail("/award/lines/1/awardLineId"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(award) = &decision.award else { return };
    let mut seen = BTreeSet::new();
    for (index, line) in award.lines.iter().enumerate() {
        sink.seen();
        if !seen.insert(line.award_line_id.as_str()) {
            sink.fail(pointer!["award", "lines", index, "awardLineId"]);
        }
    }
}
