//! Receipts print 男 or 女.

use crate::{
    code::lists::{Ask, Severity, Sex},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::person::sex_in_doubt;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-053",
    slug: "patient-sex-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-048"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "票据性别与孩子不同",
        message: "票据上的性别和申请中孩子的性别不一致。",
        why: "可能拿错了票据，或有一处抄错。",
        help: "请对照票据核对性别和姓名。",
    },
    en: Words {
        title: "The sex differs from the child's",
        message: "The sex on the receipt is not that of the child in the application.",
        why: "It may be the wrong bill, or one of them is miscopied.",
        help: "Compare sex and name with the bill.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "replace", "path": "/patient/sex", "value": "male"}]"#),
            expect: Expect::Fail("/patient/sex"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let patient = receipt.patient.as_ref().and_then(|patient| patient.sex);
    let child = case.application().map(|application| &application.value.child);
    // Where the child's own number says otherwise, that is said there.
    let child = child.filter(|child| !sex_in_doubt(child)).and_then(|child| child.sex);
    let Some((patient @ (Sex::Male | Sex::Female), child @ (Sex::Male | Sex::Female))) = patient.zip(child)
    else {
        return;
    };
    sink.seen();
    if patient != child {
        sink.fail(pointer!["patient", "sex"]);
    }
}
