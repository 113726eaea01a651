//! A guardian is older than the child.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-023",
    slug: "guardian-younger-than-child",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-GRD-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人的年纪比孩子还小",
        message: "按填写的日期，监护人不比孩子年长。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请核对监护人和孩子的出生日期有没有填反。",
    },
    en: Words {
        title: "A guardian is younger than the child",
        message: "By the dates given, the guardian is not older than the child.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "See whether the birth dates of guardian and child have changed places.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/1/concerns/guardianIds/-", "value": "019a0000-0000-7000-8000-0000000001a1"}, {"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-0000000001a1", "kind": "person", "person": {"name": "林示例", "birthDate": "2019-01-01"}, "relation": "elder-sister", "basis": "close-relative"}}]"#,
            ),
            expect: Expect::Fail("/guardians/2/person/birthDate"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(child) = identifier::child_birth(application) else { return };
    for index in 0..application.guardians.len() {
        let Some(birth) = identifier::guardian_birth(application, index) else { continue };
        if birth > case.as_of {
            continue;
        }
        sink.seen();
        if birth >= child {
            let at = pointer!["guardians", index, "person"];
            let written = application
                .guardians
                .get(index)
                .and_then(|guardian| guardian.person.as_ref()?.birth_date.as_ref());
            sink.fail(if written.is_some() { at.then("birthDate") } else { at });
        }
    }
}
