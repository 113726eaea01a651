//! A guardian must be described as its kind asks.

use crate::{
    code::lists::{Ask, GuardianKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-015",
    slug: "guardian-not-described",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-GRD-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人只选了类型，没有填内容",
        message: "选了自然人却没有填个人信息，或选了机构却没有填机构信息。",
        why: "不知道监护人是谁，就没有人能替孩子签字。",
        help: "监护人是个人的，填“个人”一栏；是福利机构、村（居）委会等的，填“机构”一栏。",
    },
    en: Words {
        title: "A guardian's kind is chosen, but nothing more",
        message: "A person is chosen without the person's details, or an organisation without the organisation's.",
        why: "If nobody knows who the guardian is, nobody can sign for the child.",
        help: "For a person, fill in the person; for a welfare institution, committee or department, the organisation.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/1/concerns/guardianIds/-", "value": "019a0000-0000-7000-8000-0000000001a1"}, {"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-0000000001a1", "kind": "person", "relation": "paternal-grandmother", "basis": "appointed"}}]"#,
            ),
            expect: Expect::Fail("/guardians/2"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        sink.seen();
        let described = match guardian.kind {
            GuardianKind::Person => guardian.person.is_some(),
            GuardianKind::Organisation => guardian.organisation.is_some(),
        };
        if !described {
            sink.fail(pointer!["guardians", index]);
        }
    }
}
