//! The digits behind the letter of a birth certificate's number should be a province's.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    region::province_known,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-006",
    slug: "child-birth-certificate-province",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "出生医学证明编号的省份代码不认识",
        message: "编号字母后的两位一般是出生省份的代码，但没有哪个省用过这两位。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请对照证明核对字母后面的前两位数字；如果证明上就是这样，请保留并告诉受理人员。",
    },
    en: Words {
        title: "The province in the birth certificate's number is not known",
        message: "The two digits behind the letter are usually the province's, but no province has had these two.",
        why: "The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.",
        help: "Compare the first two digits behind the letter with the certificate; if it says so, leave them and tell the person who takes the application.",
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
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "birth-certificate", "value": "X990000000"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in identifier::of_child(application) {
        let Some(Ok(certificate)) = identifier::birth_certificate(&held) else { continue };
        sink.seen();
        if !province_known(certificate.province_prefix()) {
            sink.fail(held.at("value"));
        }
    }
}
