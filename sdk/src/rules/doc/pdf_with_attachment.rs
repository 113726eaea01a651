//! A PDF should not carry other files inside.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-010",
    slug: "pdf-with-attachment",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DOC-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "PDF 里夹带了别的文件",
        message: "这个 PDF 里面还装着别的文件。",
        why: "夹带的文件没有人检查，可能含有不该给出的信息。",
        help: "夹带的是电子票据原文件的，请取出来单独放进资料包；否则请打印成新的 PDF。",
    },
    en: Words {
        title: "The PDF carries other files",
        message: "There are other files inside this PDF.",
        why: "Nobody checks them, and they may hold what should not be given.",
        help: "If it is the original of an e-bill, take it out and put it in by itself; otherwise print into a new PDF.",
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
            change: Change::Bytes("pdf-add-attachment"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::PdfAttachment, &[PaperKind::Pdf]);
}
