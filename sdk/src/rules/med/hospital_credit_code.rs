//! A hospital's unified social credit code must have its check character.

use crate::{
    code::lists::{Ask, HospitalIdentifierSystem, Severity},
    model::application::Application,
    rules::hospital::hospitals,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::OrganisationCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-029",
    slug: "hospital-credit-code",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Charity],
    zh: Words {
        title: "医院的统一社会信用代码不对",
        message: "统一社会信用代码是 18 位，不用字母 I、O、S、V、Z，最后一位是校验码；这里不符合。",
        why: "代码错了会指向别的单位，款项可能付错。",
        help: "请对照医院发票上的开票单位代码，或向医院财务核对。",
    },
    en: Words {
        title: "The hospital's unified social credit code is not right",
        message: "The code has 18 characters without I, O, S, V and Z, of which the last is a check; this one differs.",
        why: "A wrong code points to another organisation, and money may go there.",
        help: "Compare it with the issuer's code on the hospital's receipt, or ask the hospital's finance office.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/treatment/otherHospitals", "value": [{"name": "示例县人民医院", "identifiers": [{"system": "uscc", "value": "1211000040000000X0"}]}]}]"#,
            ),
            expect: Expect::Fail("/treatment/otherHospitals/0/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (hospital, site) in hospitals(application) {
        for (index, identifier) in hospital.identifiers.iter().enumerate() {
            if identifier.system != HospitalIdentifierSystem::Uscc {
                continue;
            }
            sink.seen();
            if identifier.value.as_str().parse::<OrganisationCode>().is_err() {
                sink.fail(site.pointer().then("identifiers").then(index).then("value"));
            }
        }
    }
}
