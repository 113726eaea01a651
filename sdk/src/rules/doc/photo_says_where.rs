//! A JPEG picture should not hold the place where it was taken.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-013",
    slug: "photo-says-where",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DOC-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "照片里带着拍摄地点",
        message: "这张照片记下了拍摄时的位置。",
        why: "凭位置能找到家或病房，会暴露孩子的住处。",
        help: "请截一张图，或在手机上关闭“位置信息”后另存一份，用新的一张替换。",
    },
    en: Words {
        title: "The photo says where it was taken",
        message: "This photo holds the place at which it was taken.",
        why: "From it one can find the home or the ward of the child.",
        help: "Take a screenshot of it, or save a copy with the location switched off, and put that in instead.",
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
            change: Change::Bytes("jpeg-add-gps"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::JpegGps, &[PaperKind::Jpeg]);
}
