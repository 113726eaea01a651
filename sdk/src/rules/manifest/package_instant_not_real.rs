//! Every instant in the manifest must be a real moment in UTC.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-112",
    slug: "package-instant-not-real",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-111"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "清单里的时刻不存在",
        message: "这个时刻不存在，日期或钟点超出了范围。",
        why: "资料包什么时候做的、什么时候失效，要靠它判断。",
        help: "请检查打包软件的时间，用协调世界时（UTC）重新写入。",
    },
    en: Words {
        title: "An instant in the manifest does not exist",
        message: "No clock shows this instant: its day or its time is out of range.",
        why: "It tells when the package was made and when it ends.",
        help: "Look at the clock of the packing program and write the time again in UTC.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/expiresAt", "value": "2027-02-29T00:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/expiresAt", "value": "2027-03-01T24:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/expiresAt", "value": "2027-03-01T12:00:60Z"}]"#,
            ),
            expect: Expect::Fail("/expiresAt"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::real_instant(sink, Some(&manifest.created_at), || pointer!["createdAt"]);
    calendar::real_instant(sink, manifest.expires_at.as_ref(), || pointer!["expiresAt"]);
}
