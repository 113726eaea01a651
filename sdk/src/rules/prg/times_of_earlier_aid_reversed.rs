//! The least number of times must not be above the greatest.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::conditions;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-042",
    slug: "times-of-earlier-aid-reversed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-042"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "既往救助次数写反了",
        message: "至少次数比至多次数还多。",
        why: "没有家庭能符合这样的条件。",
        help: "请核对两个次数。",
    },
    en: Words {
        title: "The numbers of earlier aid are swapped",
        message: "The least number of times is above the greatest.",
        why: "No family could meet such a condition.",
        help: "Check both numbers.",
    },
    check: Check::Programme(check),
    examples: &[
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/eligibility/not/0/priorAid/timesUntil", "value": 5}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/eligibility/not/0/priorAid/timesUntil", "value": 1}]"#,
            ),
            expect: Expect::Fail("/eligibility/not/0/priorAid/timesFrom"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    conditions::each(programme, |node| {
        let Some(test) = node.tests.prior_aid else { return };
        let (Some(from), Some(until)) = (test.times_from, test.times_until) else { return };
        sink.seen();
        if from > until {
            sink.fail(node.at(&["priorAid".into(), "timesFrom".into()]));
        }
    });
}
