//! Every paper that the application describes must be in the package, unless the package was made from another by leaving something out.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, references},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-002",
    slug: "paper-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "说明里有、资料包里没有这份材料",
        message: "申请里说明了这份材料，资料包里找不到它。",
        why: "审核的人看不到材料，只能再来找您要。",
        help: "请把这份材料拍照或扫描放进资料包；暂时没有的，先从材料清单里去掉。",
    },
    en: Words {
        title: "A described paper is missing",
        message: "The application describes this paper, but it is not in the package.",
        why: "Who decides cannot see it and will have to ask again.",
        help: "Scan or photograph it and put it in; if it is not at hand yet, leave it out of the list for now.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/-", "value": {"documentId": "019a0000-0000-7000-8000-0000000000d1", "kind": "wage-slips"}}]"#,
            ),
            expect: Expect::Fail("/documents/17/documentId"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !case.is_package || case.manifest().is_some_and(|one| one.value.derived_from.is_some()) {
        return;
    }
    for (index, paper) in application.documents.iter().enumerate() {
        sink.seen();
        if references::paper(case, &paper.document_id).is_none() {
            sink.fail(pointer!["documents", index, "documentId"]);
        }
    }
}
