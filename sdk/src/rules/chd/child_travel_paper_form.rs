//! The number of a child's passport or travel permit should have the usual form.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-007",
    slug: "child-travel-paper-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的护照或通行证号码看起来不对",
        message: "这个号码和这种证件常见的写法不一样，可能抄漏或抄错了。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请对照证件核对；如果证件上就是这样，请保留。",
    },
    en: Words {
        title: "The number of the child's passport or travel permit looks wrong",
        message: "The number is not written as such papers usually are; a character may be missing or miscopied.",
        why: "The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.",
        help: "Compare it with the paper; if it says so, leave it.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "passport", "value": "E00000000"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "passport", "value": "E00"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_travel_papers(identifier::of_child(application), sink);
}
