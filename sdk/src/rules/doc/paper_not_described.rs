//! Every paper in the package should be described by the application or named by a consent or a receipt.

use crate::{
    code::lists::{Ask, Severity},
    model::texts::IdText,
    package::name::EntryId,
    package::name::EntryName,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-003",
    slug: "paper-not-described",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DOC-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "资料包里有一份没有说明的材料",
        message: "资料包里有这份材料，申请、授权同意书和票据里都没有提到它。",
        why: "不知道是什么材料，就用不上，还多暴露了一份信息。",
        help: "请在申请的材料清单里说明它；用不着的，请拿掉。",
    },
    en: Words {
        title: "A paper that nothing describes",
        message: "This paper is in the package, but no application, consent or receipt speaks of it.",
        why: "A paper that nobody can place is of no use, and exposes more than is needed.",
        help: "Describe it in the application's list, or leave it out.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/documents/6"}, {"op": "remove", "path": "/treatment/estimate/evidenceDocumentIds"}]"#,
            ),
            expect: Expect::FailIn("documents/plan.pdf", ""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.application().is_none() || !case.is_whole() {
        return;
    }
    for (index, entry) in case.entries.iter().enumerate() {
        let EntryName::Document { id, .. } = entry.name else { continue };
        sink.seen();
        if !named(case, id) {
            sink.fail_whole(Some(index), &[]);
        }
    }
}
/// Whether any document of the package speaks of the paper.
fn named(case: &Case<'_>, id: EntryId) -> bool {
    let is = |text: Option<&IdText<'_>>| text.and_then(|text| EntryId::parse(text.as_str())) == Some(id);
    let described = case
        .documents
        .applications
        .iter()
        .any(|document| document.value.documents.iter().any(|paper| is(Some(&paper.document_id))));
    let in_consents = || {
        case.documents.consents.iter().any(|document| {
            let consent = &document.value;
            is(consent.form.document_id.as_ref())
                || is(consent.notice.document_id.as_ref())
                || is(consent.form.signature.as_ref().and_then(|one| one.document_id.as_ref()))
                || is(consent.child_assent.as_ref().and_then(|assent| assent.document_id.as_ref()))
                || is(consent.public_notice.as_ref().and_then(|notice| notice.document_id.as_ref()))
                || is(consent.withdrawal.as_ref().and_then(|withdrawal| withdrawal.document_id.as_ref()))
        })
    };
    let in_receipts = || {
        case.documents
            .receipts
            .iter()
            .any(|document| document.value.document_ids.iter().any(|one| is(Some(one))))
    };
    described || in_consents() || in_receipts()
}
