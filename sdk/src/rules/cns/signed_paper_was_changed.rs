//! A signed paper in the package must have the digest that its consent records.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, references},
    value::Sha256Digest,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-043",
    slug: "signed-paper-was-changed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-043"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "签字件和当时留下的不一样",
        message: "资料包里的签字件，和授权同意书里记下的摘要对不上。",
        why: "文件换过或改过，就不能证明家庭签的是这一份。",
        help: "请找回当时的签字件，不要重新扫描替换。",
    },
    en: Words {
        title: "The signed paper is not the one that was recorded",
        message: "The paper in the package does not have the digest that the consent recorded.",
        why: "A paper that was changed or replaced does not prove what the family signed.",
        help: "Find the original scan; do not replace it by a new one.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/form/digest", "value": "0000000000000000000000000000000000000000000000000000000000000000"}]"#,
            ),
            expect: Expect::Fail("/form/digest"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(id), Some(digest)) = (&consent.form.document_id, &consent.form.digest) else { return };
    let Some(entry) = references::paper(case, id) else { return };
    sink.seen();
    if digest.as_str() != Sha256Digest::from_bytes(entry.sha256).to_string() {
        sink.fail(pointer!["form", "digest"]);
    }
}
