//! Every guardian to which a part of the application points must be one of its guardians.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, references},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-132",
    slug: "guardian-reference-leads-nowhere",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-131"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "引用的监护人不在申请里",
        message: "这里引用的监护人，申请的监护人里没有。",
        why: "不知道指的是谁，这一项就用不上。",
        help: "请核对指的是哪一位监护人，改成正确的标识号。",
    },
    en: Words {
        title: "A reference to a guardian leads nowhere",
        message: "The guardian pointed to here is not in the application.",
        why: "Nobody can tell who is meant.",
        help: "Check which guardian is meant and correct the id.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/declarations/0/guardianId", "value": "019a0000-0000-7000-8000-0000000000e1"}]"#,
            ),
            expect: Expect::Fail("/declarations/0/guardianId"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    references::guardians(application, &mut |id, at| {
        sink.seen();
        if !application.guardians.iter().any(|guardian| guardian.guardian_id == *id) {
            sink.fail(at());
        }
    });
}
