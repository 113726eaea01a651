//! The number of a guardian's residence permit must have its form.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-004",
    slug: "guardian-permit-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人的居住证或永居证号码不对",
        message: "这个号码不符合所选证件的写法，或者最后一位校验码对不上。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请对照证件逐位核对，并确认证件类型：港澳台居民居住证以 81、82、83 开头；五星卡 18 位、以 9 开头；2017 版永居证是 3 个字母加 12 位数字。",
    },
    en: Words {
        title: "The number of a guardian's residence permit is not right",
        message: "The number is not written as the chosen kind of permit writes it, or its check character does not agree.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "Compare it with the card and check the kind: permits of Hong Kong, Macao and Taiwan residents begin with 81, 82 or 83; five-star cards have 18 characters and begin with 9; cards of 2017 have 3 letters and 12 digits.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/0/person/identifiers/0", "value": {"type": "hmt-residence-permit", "value": "810000198804129991"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/0/person/identifiers/0", "value": {"type": "foreigner-permanent-residence-id", "value": "931840198804129990"}}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_permits(identifier::of_guardians(application), sink);
}
