//! An OFD file must be complete.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-020",
    slug: "ofd-truncated",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "OFD 文件不完整",
        message: "这个 OFD 文件没有结尾，多半是没下载完。",
        why: "不完整的文件打不开。",
        help: "请重新下载这份 OFD 文件。",
    },
    en: Words {
        title: "The OFD file is not complete",
        message: "This OFD file has no end; it was probably not downloaded to the last byte.",
        why: "An incomplete file does not open.",
        help: "Download it again.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "documents/first-admission.ofd",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "documents/first-admission.ofd",
            change: Change::Bytes("ofd-cut-before-end"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::OfdTruncated, &[PaperKind::Ofd]);
}
