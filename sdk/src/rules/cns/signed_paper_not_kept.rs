//! A consent on paper must give the signed paper's id or digest.

use crate::{
    code::lists::{Ask, ConsentForm, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-042",
    slug: "signed-paper-not-kept",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-042"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "纸质授权同意书没有留下凭证",
        message: "授权同意书是纸上签的，却没有签字件，也没有它的摘要。",
        why: "将来有疑问时，要拿得出家庭签过的那张纸。",
        help: "请把签字件拍照或扫描放进资料包，并填写它的标识号。",
    },
    en: Words {
        title: "The signed paper is not kept",
        message: "The consent was signed on paper, but neither the paper nor its digest is given.",
        why: "Where there is doubt later, the paper the family signed must be at hand.",
        help: "Scan or photograph the signed paper, put it into the package and give its id.",
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
            change: Change::Patch(r#"[{"op": "add", "path": "/form", "value": {"kind": "paper-signed"}}]"#),
            expect: Expect::Fail("/form"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !matches!(consent.form.kind, ConsentForm::PaperSigned | ConsentForm::Fingerprint) {
        return;
    }
    sink.seen();
    if consent.form.document_id.is_none() && consent.form.digest.is_none() {
        sink.fail(pointer!["form"]);
    }
}
