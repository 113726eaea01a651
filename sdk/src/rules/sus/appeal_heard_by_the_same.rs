//! An appeal MUST be heard by another person than the one who decided.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar, sus::persons,
    },
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-024",
    slug: "appeal-heard-by-the-same",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "申诉由原决定人复核",
        message: "复核申诉的人就是原来作决定的人。",
        why: "自己复核自己，申诉就没有意义。",
        help: "请由另一个人复核。",
    },
    en: Words {
        title: "An appeal heard by whoever decided",
        message: "The person who hears the appeal is the one who decided before.",
        why: "An appeal to the same person is none.",
        help: "Let somebody else hear it.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example {
            case: "upheld-suspicion",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/appeals", "value": [{"madeOn": "2026-06-20", "heardBy": {"name": "示例理事长", "organisation": {"code": "531000000000000008", "name": "示例儿童大病救助基金会"}}}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "upheld-suspicion",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/appeals", "value": [{"madeOn": "2026-06-20", "heardBy": {"name": "示例秘书长", "organisation": {"code": "533100001234567881", "name": "示例血液病儿童关爱基金会"}}}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "upheld-suspicion",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/resolution/decidedOn", "value": "2026-06-25"}, {"op": "add", "path": "/appeals", "value": [{"madeOn": "2026-06-20", "heardBy": {"name": "示例秘书长", "organisation": {"code": "531000000000000008", "name": "示例儿童大病救助基金会"}}}]}]"#,
            ),
            expect: Expect::NotApplicable,
        },
        Example {
            case: "upheld-suspicion",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/appeals", "value": [{"madeOn": "2026-06-20", "heardBy": {"name": "示例秘书长", "organisation": {"code": "531000000000000008", "name": "示例儿童大病救助基金会"}}}]}]"#,
            ),
            expect: Expect::Fail("/appeals/0/heardBy"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(resolution) = &suspicion.resolution else { return };
    let Some(decided) = &resolution.decided_by else { return };
    let decided_on = calendar::day(resolution.decided_on.as_ref());
    for (index, appeal) in suspicion.appeals.iter().enumerate() {
        let Some(heard) = &appeal.heard_by else { continue };
        // A resolution of a later day is what came of the appeal.
        let came_of_it = calendar::day(Some(&appeal.made_on)).zip(decided_on);
        if came_of_it.is_some_and(|(made, decided)| decided > made) {
            continue;
        }
        sink.seen();
        if persons::are_one(heard, decided) {
            sink.fail(pointer!["appeals", index, "heardBy"]);
        }
    }
}
