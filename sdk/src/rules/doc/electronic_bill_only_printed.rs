//! With the print of an electronic bill, its electronic file should be kept.

use crate::{
    code::lists::{Ask, DocumentKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-032",
    slug: "electronic-bill-only-printed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-DOC-032"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "电子票据只有打印件",
        message: "材料里有电子票据打印件，还没有电子原文件。",
        why: "电子票据以电子文件为准，打印件可以重复打印。",
        help: "请从医院公众号或票据短信里下载电子票据原文件（XML 或 OFD）一并放入。",
    },
    en: Words {
        title: "Only a print of the electronic bill",
        message: "The list has a print of an electronic bill, but not its electronic file.",
        why: "The file is the original; prints can be made again and again.",
        help: "Download the file (XML or OFD) from the hospital's account or the message and put it in as well.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/9/kind", "value": "receipt-print"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/9/kind", "value": "receipt-print"}, {"op": "add", "path": "/documents/10/kind", "value": "receipt-print"}, {"op": "add", "path": "/documents/12/kind", "value": "receipt-print"}]"#,
            ),
            expect: Expect::Fail("/documents/9/kind"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let has = |kind| application.documents.iter().any(|paper| paper.kind == kind);
    let printed = application.documents.iter().position(|paper| paper.kind == DocumentKind::ReceiptPrint);
    let Some(index) = printed else { return };
    sink.seen();
    if !has(DocumentKind::ReceiptEFile) {
        sink.fail(pointer!["documents", index, "kind"]);
    }
}
