//! A paper must not be readable as a second kind of file.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-018",
    slug: "paper-of-two-types",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "一个文件当成两种文件都能打开",
        message: "这个文件既能当成一种文件打开，也能当成另一种文件打开。",
        why: "不同的人可能看到不同的内容，各机构都不会收。",
        help: "请把材料打印成新的 PDF，或者拍成照片，再放进资料包。",
    },
    en: Words {
        title: "The paper is two files in one",
        message: "These bytes can be read as one kind of file and also as another.",
        why: "Two readers may see two different things; no organisation will take it.",
        help: "Print the paper into a new PDF or photograph it, and put that in.",
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
            change: Change::Bytes("append-zip"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::Polyglot, &[]);
}
