//! A paper of the kind “other” should be named.

use crate::{
    code::lists::{Ask, DocumentKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-033",
    slug: "other-paper-without-name",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DOC-033"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "“其他材料”没有写名称",
        message: "材料类别选了“其他”，没有写是什么材料。",
        why: "不写名称，审核的人不知道它有什么用。",
        help: "请写明这是什么材料；能在类别表里找到的，请选对应的类别。",
    },
    en: Words {
        title: "An “other” paper without a name",
        message: "The kind is “other” and it is not said what it is.",
        why: "Without a name nobody knows what it is for.",
        help: "Say what it is; if the list has its kind, choose that.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/kind", "value": "other"}, {"op": "add", "path": "/documents/0/kindName", "value": "测试材料"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/kind", "value": "other"}, {"op": "add", "path": "/documents/0/seals", "value": []}]"#,
            ),
            expect: Expect::Fail("/documents/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in
        application.documents.iter().enumerate().filter(|(_, paper)| paper.kind == DocumentKind::Other)
    {
        sink.seen();
        if paper.kind_name.is_none() {
            sink.fail(pointer!["documents", index]);
        }
    }
}
