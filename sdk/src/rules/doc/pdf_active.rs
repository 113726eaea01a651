//! A PDF must not hold scripts or actions that start programs, send forms or import data.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-009",
    slug: "pdf-active",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "PDF 里带有会自动运行的内容",
        message: "这个 PDF 里有脚本或会自动执行的动作。",
        why: "这样的文件打开时可能做出意想不到的事，各机构都不会收。",
        help: "请把它打印成新的 PDF，或者拍成照片，再放进资料包。",
    },
    en: Words {
        title: "The PDF acts by itself",
        message: "This PDF has scripts or actions that run on their own.",
        why: "Opened, such a file may do what nobody expects; no organisation will take it.",
        help: "Print it into a new PDF or photograph it, and put that in.",
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
            change: Change::Bytes("pdf-add-javascript"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::PdfActive, &[PaperKind::Pdf]);
}
