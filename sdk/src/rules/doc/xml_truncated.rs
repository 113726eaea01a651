//! An XML file must be complete.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-022",
    slug: "xml-truncated",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "XML 文件不完整",
        message: "这个 XML 文件没有结尾，多半是没下载完。",
        why: "不完整的电子票据无法查验。",
        help: "请从开具单位重新下载原文件。",
    },
    en: Words {
        title: "The XML file is not complete",
        message: "This XML file has no end; it was probably not downloaded to the last byte.",
        why: "An incomplete e-bill cannot be verified.",
        help: "Download the original again from its issuer.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "documents/outpatient.xml",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "documents/outpatient.xml",
            change: Change::Bytes("xml-cut-before-end"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::XmlTruncated, &[PaperKind::Xml]);
}
