//! An aid entry must not both supersede and withdraw.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_entry::AidEntry,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AEN-004",
    slug: "entry-superseded-and-withdrawn",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AEN-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "登记又取代又撤销",
        message: "这条登记既写了取代，又写了撤销。",
        why: "登记处不知道该保留新的内容，还是全部撤回。",
        help: "更正内容的只填“取代”，整条撤回的只填“撤销”。",
    },
    en: Words {
        title: "An entry both supersedes and withdraws",
        message: "It names an entry to supersede and one to withdraw.",
        why: "The registry would not know whether to keep the new content or to take all back.",
        help: "To correct, give what it supersedes only; to take back, what it withdraws only.",
    },
    check: Check::AidEntry(check),
    examples: &[
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/withdraws", "value": "019a0000-0000-7000-8000-000000000e00"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/supersedes", "value": "019a0000-0000-7000-8000-000000000e00"}, {"op": "add", "path": "/withdraws", "value": "019a0000-0000-7000-8000-000000000e00"}]"#,
            ),
            expect: Expect::Fail("/withdraws"),
        },
    ],
};

fn check(entry: &AidEntry<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if entry.supersedes.is_none() && entry.withdraws.is_none() {
        return;
    }
    sink.seen();
    if entry.supersedes.is_some() && entry.withdraws.is_some() {
        sink.fail(pointer!["withdraws"]);
    }
}
