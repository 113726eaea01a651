//! A PDF must be complete.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-007",
    slug: "pdf-truncated",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "PDF 文件不完整",
        message: "这个 PDF 没有结尾，多半是没下载完或没传完。",
        why: "后面的页可能丢了，审核的人看不全。",
        help: "请重新下载或导出这份 PDF，打开看看页数是否齐全，再放进资料包。",
    },
    en: Words {
        title: "The PDF is not complete",
        message: "This PDF has no end; it was probably not downloaded or sent to the last byte.",
        why: "Pages at the end may be lost.",
        help: "Download or export it again, see that all pages are there, and put it in.",
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
            change: Change::Bytes("pdf-cut-before-end"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::PdfTruncated, &[PaperKind::Pdf]);
}
