//! A child has one resident id at a time.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-012",
    slug: "child-two-resident-ids",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子同时有两个不同的身份证号",
        message: "一个人同一时间只有一个身份证号，这里有两个不同的号码在同一时间有效。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请保留正确的一个；如果号码变更过，请给旧号码填上失效日期。",
    },
    en: Words {
        title: "The child has two different resident ids at the same time",
        message: "Nobody has two resident ids at one time; here two different numbers hold on the same day.",
        why: "The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.",
        help: "Keep the right one; if the number was changed, give the old one its last day.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "331122201803150021"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/child/identifiers/0", "value": {"type": "resident-id", "value": "331122201803150005", "validFrom": "2020-01-01"}}, {"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "331122201803150021", "validUntil": "2019-12-31"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/child/identifiers/0", "value": {"type": "resident-id", "value": "331122201803150005", "validFrom": "2020-01-01"}}, {"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "331122201803150021", "validUntil": "2020-01-01"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let own = identifier::of_child(application).filter(|held| !identifier::is_a_guardians(application, held));
    identifier::check_one_number_at_a_time(own, sink);
}
