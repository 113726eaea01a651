//! A welfare institution should give the child's admission number.

use crate::{
    code::lists::{Ask, GuardianshipBasis, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-018",
    slug: "guardian-institution-admission-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-GRD-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::CivilAffairs],
    zh: Words {
        title: "监护机构没有填孩子的入院编号",
        message: "孩子由福利机构监护，但没有写入院编号。",
        why: "很多福利机构的孩子没有身份证号，入院编号是认出孩子的依据。",
        help: "请向福利机构的档案室询问入院（接收）登记编号。",
    },
    en: Words {
        title: "The child's admission number is missing",
        message: "The child is in a welfare institution's care, but its admission number is not given.",
        why: "Many children there have no resident id yet; the admission number tells who they are.",
        help: "Ask the institution's records office for the number of the admission.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-0000000001a1", "kind": "organisation", "organisation": {"name": "示例儿童福利院", "code": "1211000040000000XT", "admissionNumber": "2018-001"}, "relation": "welfare-institution", "basis": "institution"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-0000000001a1", "kind": "organisation", "organisation": {"name": "示例儿童福利院", "code": "1211000040000000XT"}, "relation": "welfare-institution", "basis": "institution"}}]"#,
            ),
            expect: Expect::Fail("/guardians/2/organisation"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        let (Some(GuardianshipBasis::Institution), Some(organisation)) =
            (guardian.basis, &guardian.organisation)
        else {
            continue;
        };
        sink.seen();
        if organisation.admission_number.is_none() {
            sink.fail(pointer!["guardians", index, "organisation"]);
        }
    }
}
