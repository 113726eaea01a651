//! The codes of organisations that recognised or verified a paper must have the right check character.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-035",
    slug: "recognising-organisation-code-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-035"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "认可机构的代码校验位不符",
        message: "这个统一社会信用代码的最后一位和前面对不上。",
        why: "代码错了，就不知道哪家机构认可过这份材料。",
        help: "请对照机构的登记证书，逐位核对 18 位代码。",
    },
    en: Words {
        title: "The code of a recognising organisation does not agree with itself",
        message: "The last character of this code does not follow from the others.",
        why: "With a wrong code nobody knows who has accepted the paper.",
        help: "Compare all 18 characters with the organisation's certificate.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/recognisedBy", "value": ["531000000000000008"]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/recognisedBy", "value": ["531000000000000009"]}]"#,
            ),
            expect: Expect::Fail("/documents/0/recognisedBy/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        for (place, code) in paper.recognised_by.iter().enumerate() {
            organisation::checked(sink, Some(code), || pointer!["documents", index, "recognisedBy", place]);
        }
        let verifier = paper.verified_by.as_ref().and_then(|verified| verified.organisation.code.as_ref());
        organisation::checked(sink, verifier, || {
            pointer!["documents", index, "verifiedBy", "organisation", "code"]
        });
    }
}
