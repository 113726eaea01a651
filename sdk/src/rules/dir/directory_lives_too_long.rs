//! The directory may be relied on for more than 90 days.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::moment;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-020",
    slug: "directory-lives-too-long",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "名录的有效期超过 90 天",
        message: "名录从签发到到期超过 90 天。",
        why: "有效期短，被移出的成员和停用的密钥才不会长期被人误信。",
        help: "请把有效期定在 90 天以内，到期前签发新版本。",
    },
    en: Words {
        title: "The directory may be relied on for more than 90 days",
        message: "From issue to expiry there are more than 90 days.",
        why: "Only a short time keeps revoked members and keys from being trusted for long.",
        help: "Let it expire within 90 days, and issue the next version before then.",
    },
    check: Check::Directory(check),
    examples: &[
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/expiresAt", "value": "2026-12-14T02:00:00Z"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/expiresAt", "value": "2026-12-14T02:00:01Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    moment::at_most_days(sink, &directory.issued_at, &directory.expires_at, MAX_LIFE_DAYS, || {
        pointer!["expiresAt"]
    });
}

/// For how many days a directory may be relied on.
const MAX_LIFE_DAYS: i64 = 90;
