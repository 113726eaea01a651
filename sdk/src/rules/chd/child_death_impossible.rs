//! The day of a child's death must be possible.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-026",
    slug: "child-death-impossible",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CHD-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "去世日期请再核对一下",
        message: "填写的去世日期早于出生日期，或者还没有到。",
        why: "这个日期决定后续怎样处理，填错会让家里受到不该有的打扰。",
        help: "很抱歉要再问这件事。请核对日期；如果是误填，请删去这一项。",
    },
    en: Words {
        title: "Please look once more at the day of the child's death",
        message: "The day of death lies before the birth, or has not come yet.",
        why: "This day decides what happens next; a wrong one troubles the family needlessly.",
        help: "We are sorry to ask. Please check the date; if it was filled in by mistake, take it out.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/deceasedOn", "value": "2026-09-29"}, {"op": "add", "path": "/treatment", "value": {"stage": "deceased", "hospital": {"name": "示例市儿童医院", "identifiers": [{"system": "uscc", "value": "1211000040000000XT"}]}}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/deceasedOn", "value": "2017-01-01"}, {"op": "replace", "path": "/treatment/stage", "value": "deceased"}]"#,
            ),
            expect: Expect::Fail("/child/deceasedOn"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(died) = day(application.child.deceased_on.as_ref()) else { return };
    sink.seen();
    let birth = day(application.child.birth_date.as_ref());
    if died > case.as_of || birth.is_some_and(|birth| died < birth && birth <= case.as_of) {
        sink.fail(pointer!["child", "deceasedOn"]);
    }
}
