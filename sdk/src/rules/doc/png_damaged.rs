//! A PNG picture must not be damaged.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-015",
    slug: "png-damaged",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "图片已经损坏",
        message: "这张 PNG 图片有一部分损坏了。",
        why: "损坏的图片可能打不开，或者看不清。",
        help: "请重新拍照或扫描这份材料，再放进资料包。",
    },
    en: Words {
        title: "The picture is damaged",
        message: "A part of this PNG picture is damaged.",
        why: "A damaged picture may not open, or not be readable.",
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
            change: Change::Bytes("png-damage-chunk"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::PngBadChunk, &[PaperKind::Png]);
}
