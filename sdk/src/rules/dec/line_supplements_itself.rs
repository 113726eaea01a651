//! A supplement MUST name another line than itself.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-029",
    slug: "line-supplements-itself",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-029"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "资助项补充了自己",
        message: "“补充的资助项”写的是它自己。",
        why: "补充资助要能找到原来那一笔，才知道总共给了多少。",
        help: "请填写原来那个资助项的标识号。",
    },
    en: Words {
        title: "A line adds to itself",
        message: "The line that it supplements is itself.",
        why: "A supplement must lead to the earlier grant, or nobody knows how much was given together.",
        help: "Give the id of the earlier line.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/award/lines/1/supplementsAwardLineId", "value": "019a0000-0000-7000-8000-000000000872"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/award/lines/1/supplementsAwardLineId", "value": "019a0000-0000-7000-8000-000000000873"}]"#,
            ),
            expect: Expect::Fail("/award/lines/1/supplementsAwardLineId"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let lines = decision.award.iter().flat_map(|award| award.lines.iter());
    for (index, line) in lines.enumerate() {
        let Some(earlier) = &line.supplements_award_line_id else { continue };
        sink.seen();
        if *earlier == line.award_line_id {
            sink.fail(pointer!["award", "lines", index, "supplementsAwardLineId"]);
        }
    }
}
