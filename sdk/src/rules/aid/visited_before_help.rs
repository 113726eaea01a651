//! A follow-up SHOULD take place after the help.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-034",
    slug: "visited-before-help",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-034"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "回访在救助之前",
        message: "回访日期早于支付或交付的日期。",
        why: "救助还没到，回访看不出效果。",
        help: "请核对日期；救助之前的走访写在核实情况里。",
    },
    en: Words {
        title: "Followed up before the help",
        message: "The follow-up lies before anything was paid or handed over.",
        why: "Before help arrives there is nothing to see of it.",
        help: "Check the day; a visit before belongs under verifications.",
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
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/followUps/0/visitedOn", "value": "2026-04-01"}]"#,
            ),
            expect: Expect::Fail("/followUps/0/visitedOn"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let given = aid.history.iter().find(|event| chain::is_given(event));
    let Some(first) = given.and_then(|event| calendar::day(Some(&event.happened_on))) else { return };
    for (index, visit) in aid.follow_ups.iter().enumerate() {
        let Some(day) = calendar::day(Some(&visit.visited_on)) else { continue };
        sink.seen();
        if day < first {
            sink.fail(pointer!["followUps", index, "visitedOn"]);
        }
    }
}
