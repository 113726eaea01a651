//! An economic verification SHOULD give its authority and its number.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-012",
    slug: "authority-or-number-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-ECV-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs],
    zh: Words {
        title: "没有写核对机构或报告编号",
        message: "核对报告没有写明出具机构或编号。",
        why: "没有机构和编号，别人没法核实。",
        help: "请对照报告填写。",
    },
    en: Words {
        title: "Authority or number is not told",
        message: "The report gives no authority or no number.",
        why: "Without them nobody can ask back.",
        help: "Fill them in from the report.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/number"}]"#),
            expect: Expect::Fail("/economicVerificationId"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if report.authority.is_none() || report.number.is_none() {
        sink.fail(pointer!["economicVerificationId"]);
    }
}
