//! The child's birth date must be the one in its number.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-009",
    slug: "child-birth-date-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的出生日期和证件号对不上",
        message: "填写的出生日期，和这个号码里的出生日期不是同一天。",
        why: "年龄决定孩子能申请哪些救助，两处不一致会让审核停下来。",
        help: "请对照户口簿，看是日期还是号码抄错了，改正错的一处。户口簿本身有误的，请向派出所更正。",
    },
    en: Words {
        title: "The child's birth date and number do not agree",
        message: "The birth date that is written is not the day inside this number.",
        why: "The age decides which aid the child can ask for; two different days bring the review to a halt.",
        help: "See from the household register whether the date or the number is miscopied, and correct that one. If the register itself is wrong, ask the police station to correct it.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "hmt-residence-permit", "value": "810000201803160000"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let child = &application.child;
    let papers =
        identifier::of_child(application).filter(|held| !identifier::is_a_guardians(application, held));
    identifier::check_birth_dates(papers, child.birth_date.as_ref(), sink);
}
