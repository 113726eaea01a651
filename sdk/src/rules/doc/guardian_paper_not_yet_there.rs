//! For every guardian who is a person, an identity card or household register should be in the list.

use crate::{
    code::lists::{Ask, DocumentKind, GuardianKind, Severity},
    model::application::Application,
    model::application::Paper,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-030",
    slug: "guardian-paper-not-yet-there",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-DOC-030"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有这位监护人的身份材料",
        message: "材料里还没有这位监护人的身份证或户口簿。",
        why: "不少项目要父母双方的身份证和户口簿。",
        help: "方便时请补上这位监护人的身份证或户口簿；办不到的，请说明原因。",
    },
    en: Words {
        title: "No paper of this guardian yet",
        message: "The list has neither the identity card nor the household register of this guardian.",
        why: "Many programmes ask for those of both parents.",
        help: "Add one of them when you can; if that is impossible, say why.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/2/concerns/guardianIds", "value": ["019a0000-0000-7000-8000-000000000101"]}]"#,
            ),
            expect: Expect::Fail("/guardians/1"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let papers = || {
        application.documents.iter().filter(|paper| {
            matches!(paper.kind, DocumentKind::GuardianIdCard | DocumentKind::GuardianHouseholdRegister)
        })
    };
    let persons = || {
        application.guardians.iter().enumerate().filter(|(_, guardian)| guardian.kind == GuardianKind::Person)
    };
    let alone = persons().nth(1).is_none();
    if application.documents.is_empty() {
        return;
    }
    // Programmes ask for the papers of both parents, not of more.
    for (index, guardian) in persons().take(2) {
        sink.seen();
        let concerned = |paper: &Paper<'_>| match &paper.concerns {
            Some(concerns) if !concerns.guardian_ids.is_empty() => {
                concerns.guardian_ids.contains(&guardian.guardian_id)
            }
            // A paper that names nobody is that of the only guardian; of two, nobody can say whose it is.
            Some(_) | None => alone,
        };
        if !papers().any(concerned) {
            sink.fail(pointer!["guardians", index]);
        }
    }
}
