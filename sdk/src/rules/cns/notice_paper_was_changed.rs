//! A notice in the package must have the digest that its consent records.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, references},
    value::Sha256Digest,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-044",
    slug: "notice-paper-was-changed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-044"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "告知书和当时出示的不一样",
        message: "资料包里的告知书，和授权同意书里记下的摘要对不上。",
        why: "家庭同意的是当时看到的那一版告知书，换一版就不是同意过的了。",
        help: "请放入征得同意时出示的那一版告知书。",
    },
    en: Words {
        title: "The notice is not the one that was shown",
        message: "The notice in the package does not have the digest that the consent recorded.",
        why: "The family agreed to the notice it saw; another version was not agreed to.",
        help: "Put in the version that was shown when consent was asked.",
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
                r#"[{"op": "add", "path": "/notice/digest", "value": "0000000000000000000000000000000000000000000000000000000000000000"}]"#,
            ),
            expect: Expect::Fail("/notice/digest"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(entry) = consent.notice.document_id.as_ref().and_then(|id| references::paper(case, id)) else {
        return;
    };
    sink.seen();
    if consent.notice.digest.as_str() != Sha256Digest::from_bytes(entry.sha256).to_string() {
        sink.fail(pointer!["notice", "digest"]);
    }
}
