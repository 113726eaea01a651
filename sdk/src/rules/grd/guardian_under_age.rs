//! A guardian should be of age.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::today,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
    value::age_on,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-024",
    slug: "guardian-under-age",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-GRD-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::VillageCommittee],
    zh: Words {
        title: "监护人未满 18 周岁",
        message: "按出生日期，这位监护人在申请那天还没成年。",
        why: "未成年人一般不能做监护人，也不能代孩子签字收款。",
        help: "请核对出生日期；确实未成年的，请联系村（居）委会，由其他亲属或机构担任监护人。",
    },
    en: Words {
        title: "A guardian is under eighteen",
        message: "By the birth date, this guardian was under age on the day of the application.",
        why: "People under age generally cannot be guardians, sign or receive money for a child.",
        help: "Check the birth date; if it is right, ask the village or residents' committee which relative or institution can be the guardian.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/1/concerns/guardianIds/-", "value": "019a0000-0000-7000-8000-0000000001a1"}, {"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-0000000001a1", "kind": "person", "person": {"name": "林示例", "birthDate": "2009-01-01"}, "relation": "elder-sister", "basis": "close-relative"}}]"#,
            ),
            expect: Expect::Fail("/guardians/2/person/birthDate"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let child = identifier::child_birth(application);
    let today = today(application, case);
    for index in 0..application.guardians.len() {
        let Some(birth) = identifier::guardian_birth(application, index) else { continue };
        let Some(age) = age_on(birth, today) else { continue };
        sink.seen();
        if age < 18 && child.is_none_or(|child| birth < child) {
            let at = pointer!["guardians", index, "person"];
            let written = application
                .guardians
                .get(index)
                .and_then(|guardian| guardian.person.as_ref()?.birth_date.as_ref());
            sink.fail(if written.is_some() { at.then("birthDate") } else { at });
        }
    }
}
