//! A member is revoked in the future.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-036",
    slug: "revoked-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DIR-036"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "移出成员的时刻在将来",
        message: "已移出的成员，移出时刻到检查当天还没有到。",
        why: "列在这里的成员现在就不被信任了；写将来的时刻会让人误会。",
        help: "请写实际移出的时刻；以后才退出的，先写成员的到期时刻。",
    },
    en: Words {
        title: "A member is revoked in the future",
        message: "The time at which the member was revoked has not come on the day of the check.",
        why: "Who stands here is trusted no more from now on; a time to come misleads.",
        help: "Write the time at which it was revoked; for one who will leave, set the end of its membership.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/revokedMembers/0/at", "value": "2026-10-02T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/revokedMembers/0/at"),
        },
    ],
};

fn check(directory: &Directory<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, member) in directory.revoked_members.iter().enumerate() {
        let Some(day) = calendar::china_day(&member.at) else { continue };
        sink.seen();
        if day > case.as_of {
            sink.fail(pointer!["revokedMembers", number, "at"]);
        }
    }
}
