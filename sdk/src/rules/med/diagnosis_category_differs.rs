//! A diagnosis code should belong to its disease group.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::DiagnosisCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-005",
    slug: "diagnosis-category-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::HospitalRecords],
    zh: Words {
        title: "病种和诊断编码对不上",
        message: "选的病种，一般不包含这个诊断编码。",
        why: "项目按病种受理，对不上时要再问医生。",
        help: "请对照诊断证明，看病种选错了还是编码抄错了；医生确认无误的，请保留。",
    },
    en: Words {
        title: "Disease group and diagnosis code do not agree",
        message: "The group that is chosen generally does not include this code.",
        why: "Programmes go by the group; where it differs, the doctor has to be asked.",
        help: "See from the certificate whether the group or the code is wrong; if the doctor confirms both, leave them.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/diagnoses/0/category", "value": "thalassaemia"}]"#,
            ),
            expect: Expect::Fail("/diagnoses/0/category"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        let (Some(system), Some(code), Some(category)) =
            (diagnosis.system, &diagnosis.code, &diagnosis.category)
        else {
            continue;
        };
        let Ok(code) = DiagnosisCode::new(system, code.as_str()) else { continue };
        let Some(prefixes) = category.known().and_then(|row| row.column("icd10_prefixes")) else { continue };
        sink.seen();
        if !belongs(&code, prefixes) {
            sink.fail(pointer!["diagnoses", index, "category"]);
        }
    }
}

/// Whether a code belongs to a group: `prefixes` are those of the catalogue, or one range of categories. A code
/// that is broader than a prefix may belong to it.
fn belongs(code: &DiagnosisCode, prefixes: &str) -> bool {
    prefixes.split_whitespace().any(|prefix| match prefix.split_once('-') {
        Some((first, last)) => (first..=last).contains(&code.category()),
        None => code.has_prefix(prefix) || prefix.starts_with(code.as_str()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::lists::DiagnosisSystem;

    #[test]
    fn codes_belong_by_prefix_by_range_or_by_being_broader() {
        let code = |text| DiagnosisCode::new(DiagnosisSystem::WhoIcd10, text).unwrap();
        assert!(belongs(&code("C91.0"), "C91 C92"));
        assert!(belongs(&code("C69"), "C69.2"));
        assert!(belongs(&code("T20.1"), "S00-T98"));
        assert!(!belongs(&code("C69.1"), "C69.2"));
        assert!(!belongs(&code("D56"), "C91 C92"));
        assert!(!belongs(&code("U07"), "S00-T98"));
    }
}
