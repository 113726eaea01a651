//! The id in the name of an entry must be the id of the document it holds.

use crate::{
    code::lists::{Ask, Severity},
    package::name::{EntryId, EntryName},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-116",
    slug: "entry-name-has-another-id",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-115"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "文件名里的标识号和文件里的不同",
        message: "文件名用的标识号，和文件里写的不一样。",
        why: "按文件名去找，会找错文件。",
        help: "请重新打包，用文件自己的标识号作文件名。",
    },
    en: Words {
        title: "The name of an entry has another id than its document",
        message: "The id in the entry's name is not the one inside the document.",
        why: "Looked up by name, the wrong document is found.",
        help: "Pack again, naming the entry by the document's own id.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/applicationId", "value": "019a0000-0000-7000-8000-0000000000e1"}]"#,
            ),
            expect: Expect::Fail("/applicationId"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    for document in case.documents.all() {
        let name = document.entry.and_then(|index| case.entries.get(index)).map(|entry| entry.name);
        let Some(EntryName::Record(named) | EntryName::Receipt(named)) = name else { continue };
        let Some((member, id)) = document.id else { continue };
        sink.seen();
        if EntryId::parse(id) != Some(named) {
            sink.fail_in(document.entry, pointer![member], &[]);
        }
    }
}
