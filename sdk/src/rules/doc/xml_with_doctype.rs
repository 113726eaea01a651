//! An XML file must not have a document type declaration.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-021",
    slug: "xml-with-doctype",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "XML 文件里有文档类型声明",
        message: "这个 XML 文件开头有文档类型声明，正规的电子票据没有这一段。",
        why: "这段声明可以引入别的文件，打开时有风险。",
        help: "请从开具单位重新下载原文件。",
    },
    en: Words {
        title: "The XML file has a document type declaration",
        message: "This XML file begins with a document type declaration, which genuine e-bills do not have.",
        why: "Such a declaration can draw in other files and makes opening it a risk.",
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
            change: Change::Bytes("xml-add-doctype"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::XmlDoctype, &[PaperKind::Xml]);
}
