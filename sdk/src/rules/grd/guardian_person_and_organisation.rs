//! A guardian is a person or an organisation.

use crate::{
    code::lists::{Ask, GuardianKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-016",
    slug: "guardian-person-and-organisation",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-GRD-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "同一位监护人既填了个人又填了机构",
        message: "一条监护人信息里同时有个人和机构，只能是其中一个。",
        why: "看材料的人不知道由谁签字、由谁收款。",
        help: "请分成两条：个人一条，机构一条；或删去不对的一栏。",
    },
    en: Words {
        title: "One guardian is both a person and an organisation",
        message: "One entry has a person and an organisation; it can only be one of them.",
        why: "Nobody can tell who signs and who receives the money.",
        help: "Make two entries of it, one for each, or take the wrong part out.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/0/organisation", "value": {"name": "示例儿童福利院", "code": "1211000040000000XT", "admissionNumber": "2018-001"}}]"#,
            ),
            expect: Expect::Fail("/guardians/0/organisation"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        sink.seen();
        let foreign = match guardian.kind {
            GuardianKind::Person if guardian.organisation.is_some() => "organisation",
            GuardianKind::Organisation if guardian.person.is_some() => "person",
            GuardianKind::Person | GuardianKind::Organisation => continue,
        };
        sink.fail(pointer!["guardians", index, foreign]);
    }
}
