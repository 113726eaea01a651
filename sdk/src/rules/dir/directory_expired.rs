//! The directory has expired.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-021",
    slug: "directory-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "名录已经到期",
        message: "检查当天，名录已过到期时刻。",
        why: "到期的名录里，可能还列着已被移出的成员和已停用的密钥。",
        help: "请向秘书处索取最新版本；秘书处请续签。",
    },
    en: Words {
        title: "The directory has expired",
        message: "On the day of the check its time is over.",
        why: "An expired directory may still list members and keys that were revoked since.",
        help: "Ask the secretariat for the newest version; the secretariat issues it.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/expiresAt", "value": "2026-09-30T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
        // The first instant of the day of the check, in China.
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/expiresAt", "value": "2026-09-30T16:00:00Z"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/expiresAt", "value": "2026-09-30T15:59:59Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
    ],
};

fn check(directory: &Directory<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(expires) = calendar::china_day(&directory.expires_at) else { return };
    sink.seen();
    if expires < case.as_of {
        sink.fail(pointer!["expiresAt"]);
    }
}
