//! A member is revoked twice.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-034",
    slug: "member-revoked-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-034"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "同一个成员移出了两次",
        message: "这个成员标识号在已移出的成员里出现过。",
        why: "两条的时刻和原因可能不同，别家不知道以哪条为准。",
        help: "请只保留一条。",
    },
    en: Words {
        title: "A member is revoked twice",
        message: "This member id stands among the revoked members already.",
        why: "The two may tell different times and reasons, and nobody knows which holds.",
        help: "Keep one of them.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/revokedMembers/0", "path": "/revokedMembers/1"}]"#,
            ),
            expect: Expect::Fail("/revokedMembers/1/memberId"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let revoked = &directory.revoked_members;
    for (number, member) in revoked.iter().enumerate() {
        sink.seen();
        if revoked.iter().take(number).any(|other| other.member_id == member.member_id) {
            sink.fail(pointer!["revokedMembers", number, "memberId"]);
        }
    }
}
