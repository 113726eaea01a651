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
        message: "这个资料包还没有写明交给哪家机构。",
        why: "写明以后，别的机构拿到也不能用，孩子的信息更安全。",
        help: "还没有定下机构的，可以先空着；发送之前，请在打包设置（packing.json）的 audience 里写上接收机构的统一社会信用代码，再打包一次。",
    },
    en: Words {
        title: "For whom the package is has not been said yet",
        message: "It is not said yet which organisation this package is for.",
        why: "Once that is said no other organisation may use it, which keeps what it says of the child safer.",
        help: "As long as that is open, leave it so; before sending, write the unified social credit codes of the organisations into audience of the packing settings (packing.json) and pack again.",
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
