//! A revoked member is still listed.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-033",
    slug: "revoked-member-still-listed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-033"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "已移出的成员还列在名录里",
        message: "这个成员标识号同时列在已移出的成员里。",
        why: "别家会继续把家庭的资料交给一个已不是成员的机构。",
        help: "请从成员中删去；再次加入的，用新的成员标识号登记。",
    },
    en: Words {
        title: "A revoked member is still listed",
        message: "This member id stands among the revoked members too.",
        why: "Others would go on giving families' papers to one that is no member any more.",
        help: "Take it from the members; who comes back gets a new member id.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/2/memberId", "path": "/revokedMembers/0/memberId"}]"#,
            ),
            expect: Expect::Fail("/members/2/memberId"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, member) in directory.members.iter().enumerate() {
        sink.seen();
        if directory.revoked_members.iter().any(|revoked| revoked.member_id == member.member_id) {
            sink.fail(pointer!["members", number, "memberId"]);
        }
    }
}
