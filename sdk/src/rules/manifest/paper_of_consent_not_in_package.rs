//! Every paper to which a consent points must be in the package, unless the package was made from another by leaving something out.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    model::texts::IdText,
    pointer::Pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, references},
};

use super::folder;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-130",
    slug: "paper-of-consent-not-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-129"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书引用的凭证不在资料包里",
        message: "授权同意书引用的签字件或告知书，资料包里找不到。",
        why: "没有凭证，就证明不了家庭签过。",
        help: "请把签字件或告知书放进资料包。",
    },
    en: Words {
        title: "A paper of the consent is not in the package",
        message: "The consent points to a signed paper or notice that the package does not hold.",
        why: "Without it nothing proves that the family signed.",
        help: "Put the signed paper or the notice into the package.",
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
                r#"[{"op": "add", "path": "/notice/documentId", "value": "019a0000-0000-7000-8000-0000000000e1"}]"#,
            ),
            expect: Expect::Fail("/notice/documentId"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !folder::complete(case) {
        return;
    }
    let mut look = |id: Option<&IdText<'_>>, at: &[&'static str]| {
        let Some(id) = id else { return };
        sink.seen();
        if references::paper(case, id).is_none() {
            sink.fail(at.iter().fold(Pointer::ROOT, |place, step| place.then(*step)));
        }
    };
    look(consent.form.document_id.as_ref(), &["form", "documentId"]);
    let signature = consent.form.signature.as_ref();
    look(
        signature.and_then(|signature| signature.document_id.as_ref()),
        &["form", "signature", "documentId"],
    );
    look(consent.notice.document_id.as_ref(), &["notice", "documentId"]);
    let assent = consent.child_assent.as_ref();
    look(assent.and_then(|assent| assent.document_id.as_ref()), &["childAssent", "documentId"]);
    let notice = consent.public_notice.as_ref();
    look(notice.and_then(|notice| notice.document_id.as_ref()), &["publicNotice", "documentId"]);
    let withdrawal = consent.withdrawal.as_ref();
    look(withdrawal.and_then(|withdrawal| withdrawal.document_id.as_ref()), &["withdrawal", "documentId"]);
}
