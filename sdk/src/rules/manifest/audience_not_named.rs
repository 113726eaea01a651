//! Before it is sent, a package should name its audience.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-111",
    slug: "audience-not-named",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-PKG-110"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "还没有写资料包发给谁",
        message: "清单还没有写接收机构。",
        why: "写明接收机构，别的机构拿到也不能用，孩子的信息更安全。",
        help: "发送之前，请选好接收机构。",
    },
    en: Words {
        title: "For whom the package is has not been said yet",
        message: "The manifest names no audience.",
        why: "Once it is named nobody else may use the package, which keeps the child's information safer.",
        help: "Choose the organisations before sending it.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "remove", "path": "/audience"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(manifest: &Manifest<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if manifest.audience.is_empty() {
        sink.fail(pointer![]);
    }
}
