//! A child is treated after its birth.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::texts::DateText,
    pointer,
    pointer::Pointer,
    rules::calendar::{day, today},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-019",
    slug: "treatment-before-birth",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-MED-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "治疗日期早于孩子出生",
        message: "入院、手术或移植日期在孩子出生之前。",
        why: "这些日期要和票据、病案对照，不可能的日期会让审核停下来。",
        help: "请核对年份；也看看出生日期有没有填错。",
    },
    en: Words {
        title: "The treatment lies before the child's birth",
        message: "Admission, operation or transplant lies before the child was born.",
        why: "These days are compared with receipts and records; an impossible one stops the review.",
        help: "Check the year, and the birth date too.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/admittedOn", "value": "2016-06-08"}]"#,
            ),
            expect: Expect::Fail("/treatment/admittedOn"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(birth) = identifier::child_birth(application).filter(|birth| *birth <= today(application, case))
    else {
        return;
    };
    let mut look = |text: &Option<DateText<'_>>, at: &dyn Fn() -> Pointer| {
        let Some(date) = day(text.as_ref()) else { return };
        sink.seen();
        if date < birth {
            sink.fail(at());
        }
    };
    look(&treatment.admitted_on, &|| pointer!["treatment", "admittedOn"]);
    for (index, operation) in treatment.operations.iter().enumerate() {
        look(&operation.performed_on, &|| pointer!["treatment", "operations", index, "performedOn"]);
    }
    if let Some(transplant) = &treatment.transplant {
        look(&transplant.performed_on, &|| pointer!["treatment", "transplant", "performedOn"]);
    }
}
