//! An instant in the directory is none.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::moment;

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-018",
    slug: "directory-instant-not-real",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat, Ask::Developer],
    zh: Words {
        title: "名录里的时刻不存在",
        message: "这个时刻的日期或钟点在历法和时钟上没有，例如 2 月 30 日或 25 点。",
        why: "时刻不真实，就算不出名录什么时候到期。",
        help: "请核对后改正，重新签名。",
    },
    en: Words {
        title: "An instant in the directory is none",
        message: "No calendar or clock has this instant, such as 30 February or 25 o'clock.",
        why: "Without a real instant nobody can tell when the directory expires.",
        help: "Check and correct it, and have it signed again.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/revokedMembers/0/at", "value": "2026-02-30T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/revokedMembers/0/at"),
        },
        // No year of the standard.
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/expiresAt", "value": "9999-12-31T23:59:59Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    moment::real(sink, Some(&directory.issued_at), || pointer!["issuedAt"]);
    moment::real(sink, Some(&directory.expires_at), || pointer!["expiresAt"]);
    for (number, member) in directory.revoked_members.iter().enumerate() {
        moment::real(sink, Some(&member.at), || pointer!["revokedMembers", number, "at"]);
    }
}
