//! A paper must be PDF, JPEG, PNG, OFD or XML by its content.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-006",
    slug: "paper-of-unknown-type",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "材料不是能打开的文件类型",
        message: "这个文件不是 PDF、JPG、PNG、OFD 或 XML。",
        why: "审核的人可能打不开，只能再来找您要。",
        help: "请把材料存成 PDF，或者拍成 JPG 照片，再放进资料包。",
    },
    en: Words {
        title: "The paper is of a type that cannot be opened",
        message: "This file is none of PDF, JPEG, PNG, OFD and XML.",
        why: "Who decides may not be able to open it and will have to ask again.",
        help: "Save the paper as PDF or photograph it as JPEG, and put that in.",
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
            change: Change::Bytes("replace-with-text"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::UnknownType, &[]);
}
