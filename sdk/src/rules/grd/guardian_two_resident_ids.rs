//! A guardian has one resident id at a time.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-010",
    slug: "guardian-two-resident-ids",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "一位监护人同时有两个不同的身份证号",
        message: "一个人同一时间只有一个身份证号，这里有两个不同的号码在同一时间有效。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请保留正确的一个；如果另一个是另一位监护人的，请移到那位监护人名下；号码变更过的，给旧号码填上失效日期。",
    },
    en: Words {
        title: "A guardian has two different resident ids at the same time",
        message: "Nobody has two resident ids at one time; here two different numbers hold on the same day.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "Keep the right one; if the other is another guardian's, move it there; if the number was changed, give the old one its last day.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/0/person/identifiers/1", "value": {"type": "resident-id", "value": "331122198804129975"}}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/1/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for index in 0..application.guardians.len() {
        identifier::check_one_number_at_a_time(identifier::of_guardian(application, index), sink);
    }
}
