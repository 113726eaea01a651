//! An OFD file must hold its entry point.

use crate::{
    code::lists::{Ask, Severity},
    paper::PaperFault,
    paper::PaperKind,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::faults;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-019",
    slug: "ofd-is-no-ofd",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "不是真正的 OFD 文件",
        message: "这个压缩文件里没有 OFD 必有的内容。",
        why: "审核的人打不开它。",
        help: "请从开具单位重新下载 OFD 文件，不要自己压缩改名。",
    },
    en: Words {
        title: "This is no OFD file",
        message: "The archive lacks what every OFD file has.",
        why: "Nobody can open it.",
        help: "Download the OFD file again from its issuer; do not zip and rename something.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "documents/first-admission.ofd",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "documents/first-admission.ofd",
            change: Change::Bytes("ofd-rename-entry-point"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    faults::each(case, sink, PaperFault::OfdNotAnOfd, &[PaperKind::Ofd]);
}
