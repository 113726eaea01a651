//! A guardian's sex should be the one in the number.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-008",
    slug: "guardian-sex-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人的性别和身份证号对不上",
        message: "身份证号第 17 位单数是男、双数是女，和填写的性别不一致。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请核对性别，也看看父亲和母亲的号码有没有填反。",
    },
    en: Words {
        title: "A guardian's sex and resident id do not agree",
        message: "The seventeenth digit of a resident id is odd for men and even for women; the sex that is written differs.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "Check the sex, and whether the father's and the mother's numbers have changed places.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/person/sex", "value": "female"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        let Some(person) = &guardian.person else { continue };
        let papers = identifier::of_guardian(application, index);
        identifier::check_sexes(papers, person.sex, person.birth_date.as_ref(), sink);
    }
}
