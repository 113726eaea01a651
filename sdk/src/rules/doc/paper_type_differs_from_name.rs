//! The ending of a paper's name must agree with its content.

use crate::{
    code::lists::{Ask, Severity},
    package::name::EntryName,
    package::name::PaperExtension,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-023",
    slug: "paper-type-differs-from-name",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "材料的真实类型和文件名不符",
        message: "文件名说是一种文件，内容却是另一种。",
        why: "按文件名去打开会打不开。",
        help: "请用正确的扩展名重新导出，不要只改文件名。",
    },
    en: Words {
        title: "The paper is not what its name says",
        message: "The name tells one kind of file, the content is another.",
        why: "Opened by its name, it does not open.",
        help: "Export it again with the right ending; renaming alone does not help.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "documents/plan.pdf",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "documents/plan.pdf",
            change: Change::Bytes("replace-with-picture"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, entry) in case.entries.iter().enumerate() {
        let EntryName::Document { extension, .. } = entry.name else { continue };
        let Some(kind) = entry.paper.as_ref().and_then(|paper| paper.kind) else { continue };
        sink.seen();
        let named = match extension {
            PaperExtension::Pdf => PaperKind::Pdf,
            PaperExtension::Jpg => PaperKind::Jpeg,
            PaperExtension::Png => PaperKind::Png,
            PaperExtension::Ofd => PaperKind::Ofd,
            PaperExtension::Xml => PaperKind::Xml,
        };
        if kind != named {
            sink.fail_whole(Some(index), &[]);
        }
    }
}
