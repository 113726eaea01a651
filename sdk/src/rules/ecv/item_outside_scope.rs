//! The items of an economic verification SHOULD be within its scope.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-011",
    slug: "item-outside-scope",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-ECV-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs],
    zh: Words {
        title: "分项不在核对范围内",
        message: "有分项结果，但这一项不在核对范围里。",
        why: "没查过的内容不该有结果。",
        help: "请核对范围和分项。",
    },
    en: Words {
        title: "An item outside the scope",
        message: "There is a result for something that was not looked at.",
        why: "What was not looked at has no result.",
        help: "Compare scope and items.",
    },
    check: Check::EconomicVerification(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::Patch(r#"[{"op": "remove", "path": "/scope/3"}]"#),
            expect: Expect::Fail("/items/1/item"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if report.scope.is_empty() {
        return;
    }
    for (index, item) in report.items.iter().enumerate() {
        sink.seen();
        if !report.scope.contains(&item.item) {
            sink.fail(pointer!["items", index, "item"]);
        }
    }
}
