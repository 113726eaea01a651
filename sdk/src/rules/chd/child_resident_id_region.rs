//! The region in the child's resident id should have existed when it was given.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-011",
    slug: "child-resident-id-region",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子身份证号的前六位查不到",
        message: "前六位是最初登记户口的县区代码，但在孩子出生以后没有用过这个代码。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请对照户口簿核对前六位；如果户口簿就是这样，请保留并告诉受理人员。",
    },
    en: Words {
        title: "The first six digits of the child's resident id are not known",
        message: "They are the code of the county where the child was first registered, but no such code was in use since the birth.",
        why: "The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.",
        help: "Compare the first six digits with the household register; if it says so, leave them and tell the person who takes the application.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "110103201803150004", "validUntil": "2018-04-01"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "330103201803150005", "validUntil": "2018-04-01"}}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_regions(identifier::of_child(application), sink);
}
