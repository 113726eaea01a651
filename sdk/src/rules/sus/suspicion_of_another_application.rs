//! A suspicion MUST name the application of its package, where it names one.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-007",
    slug: "suspicion-of-another-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "疑点单属于另一份申请",
        message: "疑点单写的申请标识号，与资料包里的申请不同。",
        why: "别人的疑点落到这个孩子身上，会耽误救助。",
        help: "请核对申请标识号。",
    },
    en: Words {
        title: "The suspicion is of another application",
        message: "The suspicion names another application than the one in the package.",
        why: "Another's suspicion on this child would delay its help.",
        help: "Check the id of the application.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/applicationId", "value": "019a0000-0000-7000-8000-0000000008e0"}]"#,
            ),
            expect: Expect::Fail("/applicationId"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(other) = chain::is_of_another_application(case, suspicion.application_id.as_ref()) else {
        return;
    };
    sink.seen();
    if other {
        sink.fail(pointer!["applicationId"]);
    }
}
