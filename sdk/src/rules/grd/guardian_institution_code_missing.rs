//! A guardian institution should be given with its code.

use crate::{
    code::lists::{Ask, GuardianKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-017",
    slug: "guardian-institution-code-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-GRD-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::CivilAffairs],
    zh: Words {
        title: "监护机构没有填统一社会信用代码",
        message: "孩子由机构监护，但没有写这家机构的代码。",
        why: "机构代码加入院编号才能认出孩子，避免和别的机构混淆。",
        help: "请填写 18 位统一社会信用代码，在机构登记证书上；也可向当地民政部门查询。",
    },
    en: Words {
        title: "The guardian institution's code is missing",
        message: "The child is in an institution's care, but the institution's code is not given.",
        why: "Code and admission number together tell who the child is.",
        help: "Give the 18 characters of the unified social credit code from the certificate of registration, or ask civil affairs.",
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
                r#"[{"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-0000000001a1", "kind": "organisation", "organisation": {"name": "示例儿童福利院", "admissionNumber": "2018-001"}, "relation": "welfare-institution", "basis": "institution"}}]"#,
            ),
            expect: Expect::Fail("/guardians/2/organisation"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        let (GuardianKind::Organisation, Some(organisation)) = (guardian.kind, &guardian.organisation) else {
            continue;
        };
        sink.seen();
        if organisation.code.is_none() {
            sink.fail(pointer!["guardians", index, "organisation"]);
        }
    }
}
