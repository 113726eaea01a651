//! The region in a guardian's resident id should have existed when it was given.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-009",
    slug: "guardian-resident-id-region",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人身份证号的前六位查不到",
        message: "前六位是最初登记户口的县区代码，但在监护人出生以后没有用过这个代码。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请对照身份证核对前六位；如果证件就是这样，请保留并告诉受理人员。",
    },
    en: Words {
        title: "The first six digits of a guardian's resident id are not known",
        message: "They are the code of the county of first registration, but no such code was in use since the birth.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "Compare the first six digits with the card; if it says so, leave them and tell the person who takes the application.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/person/identifiers/0/value", "value": "339999198804129996"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_regions(identifier::of_guardians(application), sink);
}
