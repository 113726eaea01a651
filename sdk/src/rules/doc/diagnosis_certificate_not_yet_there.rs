//! A diagnosis certificate should be in the list.

use crate::{
    code::lists::{Ask, DocumentKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-036",
    slug: "diagnosis-certificate-not-yet-there",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-DOC-036"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "还没有诊断证明",
        message: "材料里还没有诊断证明书。",
        why: "几乎所有项目都要凭诊断证明审核。",
        help: "请向医生开具诊断证明书，并到医务部门盖章。",
    },
    en: Words {
        title: "No diagnosis certificate yet",
        message: "The list has no diagnosis certificate.",
        why: "Nearly every programme decides on one.",
        help: "Ask the doctor for a diagnosis certificate and the medical affairs office for its seal.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/3/kind", "value": "outpatient-record"}]"#,
            ),
            expect: Expect::Fail("/documents"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if !application.documents.iter().any(|paper| paper.kind == DocumentKind::DiagnosisCertificate) {
        sink.fail(pointer!["documents"]);
    }
}
