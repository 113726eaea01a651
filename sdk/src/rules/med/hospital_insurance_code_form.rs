//! A hospital's insurance code should have the usual form.

use crate::{
    code::lists::{Ask, HospitalIdentifierSystem, Severity},
    model::application::Application,
    rules::hospital::hospitals,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::DesignatedHospitalCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-030",
    slug: "hospital-insurance-code-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Insurer],
    zh: Words {
        title: "医保定点医疗机构编码写法不常见",
        message: "定点医疗机构编码一般是 H 加 11 位数字，这里不是。",
        why: "编码不对，就查不到医院是不是定点。",
        help: "请对照医保结算单，或向医院医保办核对；确实如此的请保留。",
    },
    en: Words {
        title: "The hospital's insurance code looks unusual",
        message: "The insurance code of a hospital is usually H and eleven digits; this one differs.",
        why: "With a wrong code nobody can tell whether insurance pays there.",
        help: "Compare it with the insurance settlement or ask the hospital's insurance office; if it is so, leave it.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/hospital/identifiers/1/value", "value": "H1101020"}]"#,
            ),
            expect: Expect::Fail("/treatment/hospital/identifiers/1/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (hospital, site) in hospitals(application) {
        for (index, identifier) in hospital.identifiers.iter().enumerate() {
            if identifier.system != HospitalIdentifierSystem::InsuranceDesignated {
                continue;
            }
            sink.seen();
            if identifier.value.as_str().parse::<DesignatedHospitalCode>().is_err() {
                sink.fail(site.pointer().then("identifiers").then(index).then("value"));
            }
        }
    }
}
