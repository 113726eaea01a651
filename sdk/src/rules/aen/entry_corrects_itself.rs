//! An aid entry must not supersede or withdraw itself.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_entry::AidEntry,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AEN-003",
    slug: "entry-corrects-itself",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AEN-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "登记更正的是它自己",
        message: "取代或撤销的登记填成了本条自己的标识号。",
        why: "登记处会找不到要更正的那一条。",
        help: "请填原来那条登记的标识号。",
    },
    en: Words {
        title: "An entry corrects itself",
        message: "The entry that is superseded or withdrawn is this very one.",
        why: "The registry could not find the entry that is meant.",
        help: "Give the id of the earlier entry.",
    },
    check: Check::AidEntry(check),
    examples: &[
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/supersedes", "value": "019a0000-0000-7000-8000-000000000e00"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/supersedes", "value": "019a0000-0000-7000-8000-000000000e01"}]"#,
            ),
            expect: Expect::Fail("/supersedes"),
        },
    ],
};

fn check(entry: &AidEntry<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (earlier, name) in [(&entry.supersedes, "supersedes"), (&entry.withdraws, "withdraws")] {
        let Some(earlier) = earlier else { continue };
        sink.seen();
        if *earlier == entry.entry_id {
            sink.fail(pointer![name]);
        }
    }
}
