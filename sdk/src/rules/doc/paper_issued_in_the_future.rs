//! The day on which a paper was issued must not be after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-025",
    slug: "paper-issued-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "材料的开具日期在将来",
        message: "开具日期还没有到。",
        why: "没有开具的材料不能作为依据，多半是日期写错了。",
        help: "请对照材料原件核对开具日期。",
    },
    en: Words {
        title: "The paper is issued in the future",
        message: "The day of issue has not come yet.",
        why: "A paper that is not issued yet proves nothing; the day is probably miswritten.",
        help: "Compare the day of issue with the paper.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/issuedOn", "value": "2027-01-01"}, {"op": "add", "path": "/documents/0/validUntil", "value": "2030-01-01"}]"#,
            ),
            expect: Expect::Fail("/documents/0/issuedOn"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/documents/0/issuedOn", "value": "2026-10-01"}, {"op": "add", "path": "/documents/0/validUntil", "value": "2030-01-01"}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        calendar::not_yet(sink, paper.issued_on.as_ref(), case.as_of, || {
            pointer!["documents", index, "issuedOn"]
        });
    }
}
