//! A hospital is known by a number, not by its name.

use crate::{
    code::lists::{Ask, HospitalIdentifierSystem, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-028",
    slug: "hospital-without-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-MED-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Insurer],
    zh: Words {
        title: "医院只有名称，没有代码",
        message: "只写了医院名称，没有统一社会信用代码或医保定点编码。",
        why: "同名或改名的医院很多，有代码才能确认是哪一家、是不是定点医院。",
        help: "可请医院财务、社工或医务处提供，发票上的开票单位代码就是统一社会信用代码。",
    },
    en: Words {
        title: "The hospital has a name only",
        message: "The hospital is given by its name, without unified social credit code or insurance code.",
        why: "Many hospitals share or change their names; the code tells which one it is, and whether a programme works with it.",
        help: "The hospital's finance, social work or medical affairs office has it; the issuer's code on the receipt is the unified social credit code.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/hospital", "value": {"name": "示例市儿童医院"}}]"#,
            ),
            expect: Expect::Fail("/treatment/hospital"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(hospital) = &treatment.hospital else { return };
    sink.seen();
    let known = |system| {
        matches!(system, HospitalIdentifierSystem::Uscc | HospitalIdentifierSystem::InsuranceDesignated)
    };
    if !hospital.identifiers.iter().any(|identifier| known(identifier.system)) {
        sink.fail(pointer!["treatment", "hospital"]);
    }
}
