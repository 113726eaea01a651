//! The directory is issued in the future.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-022",
    slug: "directory-issued-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat, Ask::Developer],
    zh: Words {
        title: "名录的签发时刻在将来",
        message: "名录写的签发时刻，到检查当天还没有到。",
        why: "还没到的时刻签不出名录，多半是电脑的时钟不准。",
        help: "请校准时钟，重新制作并签名。",
    },
    en: Words {
        title: "The directory is issued in the future",
        message: "On the day of the check its time of issue has not come yet.",
        why: "Nothing is issued at a time to come; probably a clock is wrong.",
        help: "Set the clock right, make the directory anew and have it signed.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/issuedAt", "value": "2026-10-02T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/issuedAt"),
        },
        // The last second of the day of the check, in China.
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/issuedAt", "value": "2026-10-01T15:59:59Z"}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(directory: &Directory<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(issued) = calendar::china_day(&directory.issued_at) else { return };
    sink.seen();
    if issued > case.as_of {
        sink.fail(pointer!["issuedAt"]);
    }
}
