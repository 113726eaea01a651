//! A diagnosis certificate should bear another seal than a ward's.

use crate::{
    code::lists::{Ask, DocumentKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::seals;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-028",
    slug: "ward-seal-on-diagnosis-certificate",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DOC-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "诊断证明只盖了病区章",
        message: "诊断证明只盖了病区或科室的章。",
        why: "有的项目不认病区章，会退回来重开。",
        help: "请到医院医务部门补盖医院公章、医务章或诊断证明专用章。",
    },
    en: Words {
        title: "A ward's seal on the diagnosis certificate",
        message: "The diagnosis certificate bears only the seal of a ward or department.",
        why: "Some programmes hold it invalid and send it back.",
        help: "Ask the hospital's medical affairs office for the hospital's seal, its own or the one for diagnosis certificates.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/3/seals", "value": [{"kind": "ward"}]}]"#,
            ),
            expect: Expect::Fail("/documents/3/seals"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        if paper.kind != DocumentKind::DiagnosisCertificate || paper.seals.is_empty() {
            continue;
        }
        sink.seen();
        if seals::ward_only(paper) {
            sink.fail(pointer!["documents", index, "seals"]);
        }
    }
}
