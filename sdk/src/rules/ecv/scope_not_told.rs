//! An economic verification with a result SHOULD say what was looked at.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-009",
    slug: "scope-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-ECV-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs],
    zh: Words {
        title: "没有写核对了哪些内容",
        message: "写了核对结果，但没有写核对了哪些内容。",
        why: "不知道查了什么，就不知道结果能说明什么。",
        help: "请对照报告填写核对范围。",
    },
    en: Words {
        title: "What was looked at is not told",
        message: "There is a result, and what was looked at is not told.",
        why: "Without it nobody knows what the result means.",
        help: "Fill in the scope from the report.",
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
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/scope"}, {"op": "remove", "path": "/items"}]"#,
            ),
            expect: Expect::Fail("/result"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if report.result.is_none() {
        return;
    }
    sink.seen();
    if report.scope.is_empty() {
        sink.fail(pointer!["result"]);
    }
}
