//! The patient is the child of the application, by any of the child's names.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::person::{Whose, whose_name};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-049",
    slug: "patient-is-not-the-child",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-044"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "患者姓名不是申请的孩子",
        message: "票据上的患者姓名，和申请中孩子的任何一个姓名都不一致。",
        why: "别的孩子的票据不能用来申请这个孩子的救助。",
        help: "请核对姓名；孩子改过名或住院时用过别的称呼，请写进申请的曾用名或住院称呼。",
    },
    en: Words {
        title: "The patient is not the child of the application",
        message: "The patient's name is none of the child's names in the application.",
        why: "Another child's bill cannot be used for this child.",
        help: "Compare the names; if the child had another name or was called otherwise in hospital, add that to the application.",
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
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/patient/name", "value": "林小丰"}, {"op": "replace", "path": "/payer/name", "value": "林小丰"}]"#,
            ),
            expect: Expect::Fail("/patient/name"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(name) = receipt.patient.as_ref().and_then(|patient| patient.name.as_ref()) else { return };
    let Some(application) = case.application() else { return };
    sink.seen();
    if whose_name(name.as_str(), &application.value) == Whose::Another {
        sink.fail(pointer!["patient", "name"]);
    }
}
