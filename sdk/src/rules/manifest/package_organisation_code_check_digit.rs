//! Every unified social credit code in the manifest must have the right check character.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-109",
    slug: "package-organisation-code-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-108"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Charity],
    zh: Words {
        title: "清单里的机构代码校验位不符",
        message: "这个统一社会信用代码的最后一位和前面对不上。",
        why: "代码错了，就认不出资料包是发给谁、谁发的。",
        help: "请对照机构的登记证书，逐位核对 18 位代码。",
    },
    en: Words {
        title: "An organisation's code in the manifest does not agree with itself",
        message: "The last character of this code does not follow from the others.",
        why: "With a wrong code nobody knows for whom the package is and from whom.",
        help: "Compare all 18 characters with the organisation's certificate.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "add", "path": "/audience/-", "value": "531000000000000009"}]"#),
            expect: Expect::Fail("/audience/2"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, code) in manifest.audience.iter().enumerate() {
        organisation::checked(sink, Some(code), || pointer!["audience", index]);
    }
    let sender = manifest.sender.as_ref().and_then(|sender| sender.organisation_code.as_ref());
    organisation::checked(sink, sender, || pointer!["sender", "organisationCode"]);
}
