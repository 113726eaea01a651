//! The persons whose means were looked at MUST be in the application, where they are named by their ids.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-004",
    slug: "person-not-in-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ECV-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::CivilAffairs],
    zh: Words {
        title: "核对对象不在申请里",
        message: "核对对象写的监护人或家庭成员，在申请里找不到。",
        why: "查错了人，结果就不能用。",
        help: "请核对标识号。",
    },
    en: Words {
        title: "A person who is not in the application",
        message: "The person who was looked at is not in the application.",
        why: "The means of somebody else tell nothing.",
        help: "Check the ids.",
    },
    check: Check::EconomicVerification(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/persons/0/guardianId", "value": "019a0000-0000-7000-8000-0000000008e3"}]"#,
            ),
            expect: Expect::Fail("/persons/0/guardianId"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // A report of another application is told by a rule of its own.
    let other = chain::is_of_another_application(case, report.application_id.as_ref()) == Some(true);
    let application = case.application().filter(|_| !other).map(|document| &document.value);
    let Some(application) = application else { return };
    for (index, person) in report.persons.iter().enumerate() {
        if let Some(id) = &person.guardian_id {
            sink.seen();
            if !application.guardians.iter().any(|guardian| guardian.guardian_id == *id) {
                sink.fail(pointer!["persons", index, "guardianId"]);
            }
        }
        if let Some(id) = &person.member_id {
            sink.seen();
            let mut members = application.household.iter().flat_map(|household| household.members.iter());
            if !members.any(|member| member.member_id == *id) {
                sink.fail(pointer!["persons", index, "memberId"]);
            }
        }
    }
}
