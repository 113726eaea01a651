//! The codes of the organisations of the intake must have the right check character.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ITK-005",
    slug: "intake-organisation-code-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ITK-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "受理机构的代码校验位不符",
        message: "这个统一社会信用代码的最后一位和前面对不上。",
        why: "代码错了，就不知道是哪里受理的。",
        help: "请对照机构的登记证书，逐位核对 18 位代码。",
    },
    en: Words {
        title: "The code of the intake's organisation does not agree with itself",
        message: "The last character of this code does not follow from the others.",
        why: "With a wrong code nobody knows where it was taken in.",
        help: "Compare all 18 characters with the organisation's certificate.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/intake/organisation/code", "value": "1211000040000000XU"}]"#,
            ),
            expect: Expect::Fail("/intake/organisation/code"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(intake) = &application.intake else { return };
    let code = intake.organisation.as_ref().and_then(|organisation| organisation.code.as_ref());
    organisation::checked(sink, code, || pointer!["intake", "organisation", "code"]);
    for (index, assessment) in intake.assessments.iter().enumerate() {
        let code = assessment.organisation.as_ref().and_then(|organisation| organisation.code.as_ref());
        organisation::checked(sink, code, || {
            pointer!["intake", "assessments", index, "organisation", "code"]
        });
    }
}
