//! Two members are one organisation.

use crate::{
    code::lists::{Ask, Severity},
    model::{Directory, Member},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-031",
    slug: "organisation-listed-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-031"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat],
    zh: Words {
        title: "两个成员是同一家机构",
        message: "两个成员的统一社会信用代码相同。",
        why: "资料包按代码送给机构；一个代码两条登记，就可能送错。",
        help: "请核对登记证书，合并成一条或改正代码。",
    },
    en: Words {
        title: "Two members are one organisation",
        message: "Two members have the same unified social credit code.",
        why: "Packages are sent by this code; with two entries they may go astray.",
        help: "Compare the certificates; join the entries or correct the code.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/members/0/organisationCode", "path": "/members/1/organisationCode"}]"#,
            ),
            expect: Expect::Fail("/members/1/organisationCode"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let members = &directory.members;
    for (number, member) in members.iter().enumerate() {
        sink.seen();
        // A member that is listed twice as a whole is told by a rule of its own.
        let same = |other: &Member<'_>| {
            other.organisation_code == member.organisation_code && other.member_id != member.member_id
        };
        if members.iter().take(number).any(same) {
            sink.fail(pointer!["members", number, "organisationCode"]);
        }
    }
}
