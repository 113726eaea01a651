//! The version and the digest of the one before do not go together.

use crate::{
    code::lists::{Ask, Severity},
    model::Directory,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-023",
    slug: "directory-version-and-previous",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Secretariat, Ask::Developer],
    zh: Words {
        title: "名录的版本号和上一版摘要对不上",
        message: "版本号从 1 开始；第 1 版没有上一版摘要，以后每一版都要写上一版的摘要。",
        why: "各版首尾相接，才看得出有没有人另签了一份。",
        help: "请用 tongzhou directory 的命令制作新版本，它会自动填写。",
    },
    en: Words {
        title: "The version and the digest of the one before do not go together",
        message: "Versions count from 1; the first has no version before it, and every other names the digest of the one before.",
        why: "Only where each follows from the last does it show when somebody has signed another one.",
        help: "Make versions with the commands of tongzhou directory, which fill these in.",
    },
    check: Check::Directory(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/previous"}]"#),
            expect: Expect::Fail("/previous"),
        },
        Example {
            case: "directory",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/version", "value": 0}]"#),
            expect: Expect::Fail("/version"),
        },
    ],
};

fn check(directory: &Directory<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    match (directory.version.get(), &directory.previous) {
        (0, _) => sink.fail(pointer!["version"]),
        (1, Some(_)) | (2.., None) => sink.fail(pointer!["previous"]),
        (1, None) | (2.., Some(_)) => {}
    }
}
