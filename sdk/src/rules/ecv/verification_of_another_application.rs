//! An economic verification MUST name the application of its package, where it names one.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-005",
    slug: "verification-of-another-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ECV-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "核对报告属于另一份申请",
        message: "核对报告写的申请标识号，与资料包里的申请不同。",
        why: "拿别家的核对报告，会误判这一家的情况。",
        help: "请核对申请标识号。",
    },
    en: Words {
        title: "The report is of another application",
        message: "The report names another application than the one in the package.",
        why: "Another family's means say nothing of this one.",
        help: "Check the id of the application.",
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
                r#"[{"op": "replace", "path": "/applicationId", "value": "019a0000-0000-7000-8000-0000000008e0"}]"#,
            ),
            expect: Expect::Fail("/applicationId"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(other) = chain::is_of_another_application(case, report.application_id.as_ref()) else { return };
    sink.seen();
    if other {
        sink.fail(pointer!["applicationId"]);
    }
}
