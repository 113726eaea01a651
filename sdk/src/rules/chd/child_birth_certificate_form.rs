//! The number of a birth certificate must have its form.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-005",
    slug: "child-birth-certificate-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "出生医学证明编号写法不对",
        message: "出生医学证明编号是 1 个大写字母加 9 位数字，这里不是。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请看证明右上角的编号，连同字母一起照抄。",
    },
    en: Words {
        title: "The number of the birth certificate is not written as one",
        message: "A birth certificate's number is one capital letter and nine digits; this one is not.",
        why: "The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.",
        help: "Copy the number at the top right of the certificate, its letter included.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "birth-certificate", "value": "X330000000"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "birth-certificate", "value": "330000000"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in identifier::of_child(application) {
        let Some(read) = identifier::birth_certificate(&held) else { continue };
        sink.seen();
        if read.is_err() {
            sink.fail(held.at("value"));
        }
    }
}
