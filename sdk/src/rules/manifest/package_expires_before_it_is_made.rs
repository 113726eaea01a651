//! A package must not expire before it is created.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    model::texts::InstantText,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::Instant,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-113",
    slug: "package-expires-before-it-is-made",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-112"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "资料包的失效时刻早于制作时刻",
        message: "失效时刻在制作时刻之前。",
        why: "这样的资料包没有一刻可用。",
        help: "请核对两个时刻，重新打包。",
    },
    en: Words {
        title: "The package expires before it is made",
        message: "It expires before the moment it was created.",
        why: "Such a package is never of use.",
        help: "Check both times and pack again.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/expiresAt", "value": "2030-01-01T00:00:00Z"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/expiresAt", "value": "2020-01-01T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let instant = |text: &InstantText<'_>| text.as_str().parse::<Instant>().ok();
    let (Some(created), Some(expires)) =
        (instant(&manifest.created_at), manifest.expires_at.as_ref().and_then(instant))
    else {
        return;
    };
    sink.seen();
    if expires < created {
        sink.fail(pointer!["expiresAt"]);
    }
}
