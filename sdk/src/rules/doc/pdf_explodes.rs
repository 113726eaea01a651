//! The compressed objects of a PDF must not expand beyond the limits of the standard.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-011",
    slug: "pdf-explodes",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "PDF 展开后大得异常",
        message: "这个 PDF 压缩得异常，展开后会非常大。",
        why: "这样的文件会让审核的电脑卡死。",
        help: "请打印成新的 PDF，或者拍成照片，再放进资料包。",
    },
    en: Words {
        title: "The PDF expands beyond measure",
        message: "This PDF is compressed in a way that makes it enormous when opened.",
        why: "Such a file brings the reader's computer to a halt.",
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
            change: Change::Bytes("pdf-explode"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::PdfExplodes, &[PaperKind::Pdf]);
}
