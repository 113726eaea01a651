//! The number of a child's residence permit must have its form.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-004",
    slug: "child-permit-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的居住证或永居证号码不对",
        message: "这个号码不符合所选证件的写法，或者最后一位校验码对不上。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请对照证件逐位核对，并确认证件类型：港澳台居民居住证以 81、82、83 开头；五星卡 18 位、以 9 开头；2017 版永居证是 3 个字母加 12 位数字。",
    },
    en: Words {
        title: "The number of the child's residence permit is not right",
        message: "The number is not written as the chosen kind of permit writes it, or its check character does not agree.",
        why: "The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.",
        help: "Compare it with the card and check the kind: permits of Hong Kong, Macao and Taiwan residents begin with 81, 82 or 83; five-star cards have 18 characters and begin with 9; cards of 2017 have 3 letters and 12 digits.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "hmt-residence-permit", "value": "810000201803150005"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "hmt-residence-permit", "value": "810000201803150001"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0/value"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "foreigner-permanent-residence-id-2017", "value": "ABC00000000000"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_permits(identifier::of_child(application), sink);
}
