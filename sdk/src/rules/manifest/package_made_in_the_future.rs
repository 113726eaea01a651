//! A package must not be created after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-115",
    slug: "package-made-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-114"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "资料包的制作时刻在将来",
        message: "制作时刻还没有到。",
        why: "多半是打包的电脑时间不准。",
        help: "请校准电脑时间后重新打包。",
    },
    en: Words {
        title: "The package is made in the future",
        message: "The moment of creation has not come yet.",
        why: "The clock of the computer that packed it is probably wrong.",
        help: "Set the clock and pack again.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/createdAt", "value": "2027-03-01T00:00:00Z"}, {"op": "add", "path": "/expiresAt", "value": "2031-01-01T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/createdAt"),
        },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/createdAt", "value": "2026-10-01T17:00:00Z"}, {"op": "add", "path": "/expiresAt", "value": "2031-01-01T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/createdAt"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(day) = calendar::china_day(&manifest.created_at) else { return };
    sink.seen();
    if day > case.as_of {
        sink.fail(pointer!["createdAt"]);
    }
}
