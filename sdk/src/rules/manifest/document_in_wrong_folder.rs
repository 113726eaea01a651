//! Receipts must lie in the folder receipts and every other document in records.

use crate::{
    code::lists::{Ask, DocumentType, Severity},
    model::id_member,
    package::name::EntryName,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-117",
    slug: "document-in-wrong-folder",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-116"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "文件放错了文件夹",
        message: "票据应当放在 receipts，其他文件应当放在 records。",
        why: "放错了地方，接收方会找不到。",
        help: "请重新打包，把文件放进对应的文件夹。",
    },
    en: Words {
        title: "A document lies in the wrong folder",
        message: "Receipts belong into receipts, every other document into records.",
        why: "In the wrong place the receiver will not find it.",
        help: "Pack again with each document in its folder.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: "leukaemia", entry: "package", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "package",
            change: Change::Bytes("receipt-among-records"),
            expect: Expect::FailIn("records/019a0000-0000-7000-8000-000000000140.json", "/documentType"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for document in case.documents.all() {
        let Some(found) = document.entry.and_then(|index| case.entries.get(index)) else { continue };
        let fits = match (found.name, document.document_type) {
            (EntryName::Manifest, _) => continue,
            (EntryName::Receipt(_), document_type) => document_type == DocumentType::Receipt,
            (EntryName::Record(_), document_type) => {
                document_type != DocumentType::Receipt && id_member(document_type).is_some()
            }
            (EntryName::Signature(_) | EntryName::Document { .. }, _) => false,
        };
        sink.seen();
        if !fits {
            sink.fail_in(document.entry, pointer!["documentType"], &[]);
        }
    }
}
