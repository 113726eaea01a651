//! The directory expires before it is issued.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::moment;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-019",
    slug: "directory-expires-before-issued",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "名录还没签发就已到期",
        message: "名录的到期时刻不晚于签发时刻。",
        why: "这样的名录没有一刻可以依据。",
        help: "请核对两个时刻，重新制作并签名。",
    },
    en: Words {
        title: "The directory expires before it is issued",
        message: "It expires at an instant that is not after its issue.",
        why: "Nobody can rely on such a directory at any time.",
        help: "Compare the two instants, make it anew and have it signed.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/issuedAt", "value": "2026-10-01T05:00:00Z"}, {"op": "replace", "path": "/expiresAt", "value": "2026-10-01T05:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    moment::in_order(sink, &directory.issued_at, &directory.expires_at, || pointer!["expiresAt"]);
}
