//! A case that is granted MUST have an award with at least one line.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-023",
    slug: "granted-without-award",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "已经通过，却没有写资助内容",
        message: "案件已经通过，但没有资助告知书或资助项。",
        why: "家庭不知道能得到什么，别的机构也算不出还缺多少。",
        help: "请补上资助告知书和各资助项。",
    },
    en: Words {
        title: "Granted, and nothing awarded",
        message: "The case is granted, and there is no award notice with lines.",
        why: "The family does not know what it will get, and others cannot tell what is still missing.",
        help: "Add the award notice and its lines.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/award"}]"#),
            expect: Expect::Fail("/state"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !chain::is_awarded(decision.state) {
        return;
    }
    sink.seen();
    if decision.award.as_ref().is_none_or(|award| award.lines.is_empty()) {
        sink.fail(pointer!["state"]);
    }
}
