//! A PNG picture must be complete.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-014",
    slug: "png-truncated",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "图片不完整",
        message: "这张 PNG 图片没有结尾，多半是没传完。",
        why: "图片下半部分可能看不到。",
        help: "请重新拍照或扫描这份材料，再放进资料包。",
    },
    en: Words {
        title: "The picture is not complete",
        message: "This PNG picture has no end; it was probably not sent to the last byte.",
        why: "Its lower part may not be visible.",
        help: "Scan or photograph the paper again and put it in anew.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "documents/bank-card.png",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "documents/bank-card.png",
            change: Change::Bytes("png-cut-before-end"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::PngTruncated, &[PaperKind::Png]);
}
