//! Two guardians should not bear the same number.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-025",
    slug: "guardian-listed-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-GRD-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "两位监护人用了同一个证件号",
        message: "两条监护人信息里的证件号相同，可能是同一人填了两次，或号码贴错了人。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "同一人请只留一条；不是同一人的，请核对各自的号码。",
    },
    en: Words {
        title: "Two guardians have the same number",
        message: "Two guardians bear the same number: one person may stand twice, or a number with the wrong person.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "Keep one entry for one person; where they are two, check the number of each.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/1/concerns/guardianIds/-", "value": "019a0000-0000-7000-8000-0000000001a1"}, {"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-0000000001a1", "kind": "person", "person": {"name": "林示例", "identifiers": [{"type": "resident-id", "value": "331122199009230008"}]}, "relation": "other-relative", "basis": "appointed"}}]"#,
            ),
            expect: Expect::Fail("/guardians/2/person/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in identifier::of_guardians(application) {
        let Some(number) = held.number() else { continue };
        sink.seen();
        let mut earlier =
            identifier::of_guardians(application).take_while(|other| other.guardian < held.guardian);
        if earlier
            .any(|other| other.identifier.r#type == held.identifier.r#type && other.number() == Some(number))
        {
            sink.fail(held.at("value"));
        }
    }
}
