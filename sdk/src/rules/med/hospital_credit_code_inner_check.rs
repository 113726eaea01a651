//! The inner check of a hospital's code should agree.

use crate::{
    code::lists::{Ask, HospitalIdentifierSystem, Severity},
    model::application::Application,
    rules::hospital::hospitals,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::OrganisationCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-031",
    slug: "hospital-credit-code-inner-check",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Charity],
    zh: Words {
        title: "医院代码中间一段对不上",
        message: "代码第 9 到 17 位是原组织机构代码，它自带的校验码对不上。",
        why: "可能有两位抄错，恰好没有影响最后的校验码。",
        help: "请对照医院发票上的开票单位代码核对第 9 到 17 位；发票上就是这样的，请保留。",
    },
    en: Words {
        title: "The middle of the hospital's code does not agree",
        message: "Characters 9 to 17 are the former organisation code, whose own check character does not agree.",
        why: "Two characters may be miscopied without touching the last one.",
        help: "Compare characters 9 to 17 with the issuer's code on the hospital's receipt; if it says so, leave them.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/treatment/otherHospitals", "value": [{"name": "示例县人民医院", "identifiers": [{"system": "uscc", "value": "121100004000000014"}]}]}]"#,
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
            if identifier
                .value
                .as_str()
                .parse::<OrganisationCode>()
                .is_ok_and(|code| !code.inner_check_agrees())
            {
                sink.fail(site.pointer().then("identifiers").then(index).then("value"));
            }
        }
    }
}
