//! The child's sex should be the one in its number.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-010",
    slug: "child-sex-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的性别和身份证号对不上",
        message: "身份证号第 17 位单数是男、双数是女，和填写的性别不一致。",
        why: "性别会和证件、病历对照，不一致时工作人员要多问一次。",
        help: "请核对性别和号码第 17 位；如果证件确实如此，请保留并告诉受理人员。",
    },
    en: Words {
        title: "The child's sex and resident id do not agree",
        message: "The seventeenth digit of a resident id is odd for boys and even for girls; the sex that is written differs.",
        why: "The sex is compared with papers and records; where it differs, somebody has to ask once more.",
        help: "Compare the sex and the seventeenth digit; if the card says so, leave it and tell the person who takes the application.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "hmt-residence-permit", "value": "810000201803159990"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let child = &application.child;
    let papers =
        identifier::of_child(application).filter(|held| !identifier::is_a_guardians(application, held));
    identifier::check_sexes(papers, child.sex, child.birth_date.as_ref(), sink);
}
