//! A paper must not be empty.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-005",
    slug: "paper-empty",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "材料是空文件",
        message: "这个文件里什么都没有。",
        why: "空文件看不到任何内容，等于没有交这份材料。",
        help: "请重新拍照或扫描这份材料，再放进资料包。",
    },
    en: Words {
        title: "The paper is an empty file",
        message: "There is nothing in this file.",
        why: "An empty file shows nothing; it is as if the paper had not been handed in.",
        help: "Scan or photograph the paper again and put it in anew.",
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
            change: Change::Bytes("empty"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::Empty, &[]);
}
