//! A PDF must not be encrypted.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-008",
    slug: "pdf-encrypted",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "PDF 加了密码",
        message: "这个 PDF 加了密码或打开限制。",
        why: "审核的人不一定打得开，多年后更难打开。",
        help: "请去掉密码后另存一份；也可以打印成新的 PDF。",
    },
    en: Words {
        title: "The PDF is encrypted",
        message: "This PDF has a password or restrictions.",
        why: "Whoever decides may not be able to open it, even less so in years to come.",
        help: "Save it without the password, or print it into a new PDF.",
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
            change: Change::Bytes("pdf-add-encrypt"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::PdfEncrypted, &[PaperKind::Pdf]);
}
