//! An economic verification SHOULD NOT be confirmed as a whole where one of its items is not.

use crate::{
    code::lists::{Ask, Severity, VerificationResult},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-010",
    slug: "result-contradicts-items",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-ECV-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs],
    zh: Words {
        title: "总的结果与分项结果矛盾",
        message: "总的结果是属实，但有分项不属实。",
        why: "两处矛盾，审核的人不知道该信哪个。",
        help: "请对照报告核对；报告确实这样写的，请向核对机构问清楚。",
    },
    en: Words {
        title: "The result contradicts its items",
        message: "The result is confirmed, and an item is not.",
        why: "Where both differ nobody knows which to believe.",
        help: "Compare with the report; where it really says so, ask the authority.",
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
                r#"[{"op": "replace", "path": "/items/0/result", "value": "not-confirmed"}]"#,
            ),
            expect: Expect::Fail("/result"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if report.result != Some(VerificationResult::Confirmed) || report.items.is_empty() {
        return;
    }
    sink.seen();
    if report.items.iter().any(|item| item.result == VerificationResult::NotConfirmed) {
        sink.fail(pointer!["result"]);
    }
}
