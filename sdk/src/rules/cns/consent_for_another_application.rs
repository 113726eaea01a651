//! A consent that names an application must name the one in its package.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    package::name::EntryId,
    package::name::EntryName,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-027",
    slug: "consent-for-another-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "授权同意书是另一份申请的",
        message: "授权同意书写的申请标识号，和资料包里的申请不一样。",
        why: "别的申请的授权同意书，不能用在这个孩子身上。",
        help: "请核对是不是放错了授权同意书。",
    },
    en: Words {
        title: "The consent is for another application",
        message: "It names another application than the one in the package.",
        why: "A consent for another application does not serve this child.",
        help: "Check whether the wrong consent was put in.",
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
                r#"[{"op": "add", "path": "/applicationId", "value": "019a0000-0000-7000-8000-0000000000f2"}]"#,
            ),
            expect: Expect::Fail("/applicationId"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(id), Some(application)) = (&consent.application_id, case.application()) else { return };
    // Where the application's name has another id than its text, that is what has to be said.
    let entry = application.entry.and_then(|index| case.entries.get(index));
    if entry.is_some_and(|entry| EntryId::parse(id.as_str()).map(EntryName::Record) == Some(entry.name)) {
        sink.seen();
        return;
    }
    sink.seen();
    if *id != application.value.application_id {
        sink.fail(pointer!["applicationId"]);
    }
}
