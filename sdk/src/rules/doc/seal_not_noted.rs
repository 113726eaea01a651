//! The seal of a paper that needs one should be noted.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::seals;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-029",
    slug: "seal-not-noted",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-DOC-029"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有写明材料盖了什么章",
        message: "这类材料一般要盖章，这里还没有写明。",
        why: "写明盖的章，审核时就不用再来问。",
        help: "请看一看材料上的章，填写印章类型；没有盖的，请到开具单位补盖。",
    },
    en: Words {
        title: "Which seal the paper bears is not noted yet",
        message: "Papers of this kind usually need a seal, and none is noted here.",
        why: "Once it is noted nobody has to ask.",
        help: "Look at the paper and note the seal; if there is none, ask the issuer for it.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/documents/3/seals"}]"#),
            expect: Expect::Fail("/documents/3"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        if !seals::required(paper.kind) {
            continue;
        }
        sink.seen();
        if paper.seals.is_empty() {
            sink.fail(pointer!["documents", index]);
        }
    }
}
