//! A member is listed twice.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-030",
    slug: "member-listed-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-030"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "同一个成员列了两次",
        message: "这个成员标识号在名录里已经出现过。",
        why: "两条登记内容可能不同，别家不知道该信哪一条。",
        help: "请只保留最新的一条；更新登记用 tongzhou directory add --replace。",
    },
    en: Words {
        title: "A member is listed twice",
        message: "This member id stands in the directory already.",
        why: "The two entries may differ, and nobody knows which to believe.",
        help: "Keep the newest; an entry is updated with tongzhou directory add --replace.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/0/memberId", "path": "/members/1/memberId"}]"#,
            ),
            expect: Expect::Fail("/members/1/memberId"),
        },
        // The same member again is not two members with one code and one key.
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(r#"[{"op": "copy", "from": "/members/2", "path": "/members/4"}]"#),
            expect: Expect::Fail("/members/4/memberId"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let members = &directory.members;
    for (number, member) in members.iter().enumerate() {
        sink.seen();
        if members.iter().take(number).any(|other| other.member_id == member.member_id) {
            sink.fail(pointer!["members", number, "memberId"]);
        }
    }
}
