//! A paper of a kind that needs a seal should bear one that the list of kinds accepts.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::seals;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-027",
    slug: "seal-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DOC-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::VillageCommittee, Ask::Family],
    zh: Words {
        title: "还没有看到认可的章",
        message: "这类材料要盖章，写明的章里没有能认可的。",
        why: "没有盖章，机构可能不认这份材料。",
        help: "请到开具单位补盖公章。",
    },
    en: Words {
        title: "The seal is missing",
        message: "Papers of this kind need a seal, and none of those given is accepted.",
        why: "Without the seal an organisation may not accept the paper.",
        help: "Ask the issuer to put its seal on it.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/3/seals", "value": [{"kind": "none"}]}]"#,
            ),
            expect: Expect::Fail("/documents/3/seals"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        // A ward's seal on a diagnosis certificate and seals nobody noted down have rules of their own.
        if paper.seals.is_empty() || seals::ward_only(paper) || !seals::required(paper.kind) {
            continue;
        }
        sink.seen();
        if !seals::accepted(paper) {
            sink.fail(pointer!["documents", index, "seals"]);
        }
    }
}
