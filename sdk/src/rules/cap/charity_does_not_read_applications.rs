//! A charity should read applications.

use crate::{
    code::{
        Code,
        lists::{Ask, DocumentType, MemberRole, Severity},
    },
    model::capability::Capability,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-010",
    slug: "charity-does-not-read-applications",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CAP-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "慈善组织的系统读不了申请资料",
        message: "角色是慈善组织，却没有列出能读取救助申请、授权同意书或医疗票据。",
        why: "家庭准备好一份资料，就是为了每家慈善组织都能读。",
        help: "请补上这几种文件；确实不受理申请的，核对角色。",
    },
    en: Words {
        title: "The system of a charity does not read applications",
        message: "The role is charity, but applications, consents or receipts are not among what is read.",
        why: "A family prepares one package so that every charity can read it.",
        help: "Add these documents; where no applications are taken, check the role.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/documents/2"}]"#),
            expect: Expect::Fail("/documents"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !capability.roles.contains(&MemberRole::Charity) {
        return;
    }
    sink.seen();
    let reads = |wanted: DocumentType| {
        capability
            .documents
            .iter()
            .any(|document| document.reads == Some(true) && document.document_type.as_str() == wanted.code())
    };
    if ![DocumentType::Application, DocumentType::Consent, DocumentType::Receipt].into_iter().all(reads) {
        sink.fail(pointer!["documents"]);
    }
}
