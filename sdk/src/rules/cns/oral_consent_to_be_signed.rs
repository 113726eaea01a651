//! An oral consent should be followed by a signed one.

use crate::{
    code::lists::{Ask, ConsentForm, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-046",
    slug: "oral-consent-to-be-signed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-CNS-046"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "口头同意，记得事后补签",
        message: "这份同意是口头作出并记录的。",
        why: "口头同意只用于紧急情形，事后要补一份签字的。",
        help: "等情况稳定后，请家庭补签一份书面或电子的授权同意书。",
    },
    en: Words {
        title: "An oral consent is to be signed later",
        message: "This consent was given by word of mouth and recorded.",
        why: "That is for emergencies and is followed by a signed one.",
        help: "When things are calmer, ask the family to sign on paper or electronically.",
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
            change: Change::Patch(r#"[{"op": "add", "path": "/form", "value": {"kind": "oral-recorded"}}]"#),
            expect: Expect::Fail("/form/kind"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if consent.form.kind == ConsentForm::OralRecorded {
        sink.fail(pointer!["form", "kind"]);
    }
}
