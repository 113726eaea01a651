//! The basis of guardianship must go with the kind of guardian.

use crate::{
    code::Code,
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::holder,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-019",
    slug: "guardianship-basis-of-other-kind",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-GRD-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::CivilAffairs],
    zh: Words {
        title: "监护依据和监护人类型不相配",
        message: "个人不能以机构监护为依据，机构也不能以父母、收养等为依据。",
        why: "监护依据说明谁有权替孩子作决定，写错了签字可能无效。",
        help: "父母选“父母”；福利机构选“福利机构监护”；法院或村（居）委会指定的选“指定监护”。",
    },
    en: Words {
        title: "The basis of guardianship does not go with the kind of guardian",
        message: "A person cannot be guardian as an institution is, nor an institution as parents are.",
        why: "The basis tells who may decide for the child; with a wrong one, signatures are in doubt.",
        help: "Choose parent for parents, institution for a welfare institution, appointed where a court or committee appointed the guardian.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-0000000001a1", "kind": "organisation", "organisation": {"name": "示例儿童福利院", "code": "1211000040000000XT", "admissionNumber": "2018-001"}, "relation": "welfare-institution", "basis": "parent"}}]"#,
            ),
            expect: Expect::Fail("/guardians/2/basis"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        let Some(of) = guardian.basis.and_then(holder) else { continue };
        sink.seen();
        if of != "either" && of != guardian.kind.code() {
            sink.fail(pointer!["guardians", index, "basis"]);
        }
    }
}
