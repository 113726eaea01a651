//! A JPEG picture must be complete.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-012",
    slug: "jpeg-truncated",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "照片不完整",
        message: "这张照片没有结尾，多半是没传完。",
        why: "照片下半部分可能看不到。",
        help: "请重新拍照或扫描这份材料，再放进资料包。",
    },
    en: Words {
        title: "The photo is not complete",
        message: "This photo has no end; it was probably not sent to the last byte.",
        why: "Its lower part may not be visible.",
        help: "Scan or photograph the paper again and put it in anew.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "documents/father-id-card.jpg",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "documents/father-id-card.jpg",
            change: Change::Bytes("jpeg-cut-before-end"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::JpegTruncated, &[PaperKind::Jpeg]);
}
