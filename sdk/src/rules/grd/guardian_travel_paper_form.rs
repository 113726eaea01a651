//! The number of a guardian's passport or travel permit should have the usual form.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-005",
    slug: "guardian-travel-paper-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人的护照或通行证号码看起来不对",
        message: "这个号码和这种证件常见的写法不一样，可能抄漏或抄错了。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请对照证件核对；如果证件上就是这样，请保留。",
    },
    en: Words {
        title: "The number of a guardian's passport or travel permit looks wrong",
        message: "The number is not written as such papers usually are; a character may be missing or miscopied.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "Compare it with the paper; if it says so, leave it.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/0/person/identifiers/0", "value": {"type": "hk-macau-travel-permit", "value": "H00000000"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/0/person/identifiers/0", "value": {"type": "hk-macau-travel-permit", "value": "K00000000"}}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_travel_papers(identifier::of_guardians(application), sink);
}
