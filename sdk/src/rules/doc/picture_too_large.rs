//! A picture must not declare more pixels than the limits of the standard.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-017",
    slug: "picture-too-large",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "图片尺寸大得异常",
        message: "这张图片写明的尺寸大得不合常理。",
        why: "打开这样的图片会让电脑卡死。",
        help: "请用手机正常拍一张，或把扫描精度调到 300 dpi 再扫一次。",
    },
    en: Words {
        title: "The picture is too large",
        message: "The size this picture declares is beyond reason.",
        why: "Opening it brings the reader's computer to a halt.",
        help: "Photograph the paper in the usual way, or scan it again at 300 dpi.",
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
            change: Change::Bytes("jpeg-huge-dimensions"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::PictureTooLarge, &[PaperKind::Jpeg, PaperKind::Png]);
}
