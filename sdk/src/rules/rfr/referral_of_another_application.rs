//! A referral MUST name the application of its package, where it names one.

use crate::{
    code::lists::{Ask, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-011",
    slug: "referral-of-another-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "转介单属于另一份申请",
        message: "转介单写的申请标识号，与资料包里的申请不同。",
        why: "拿别的孩子的转介单，会帮错人。",
        help: "请核对申请标识号。",
    },
    en: Words {
        title: "The referral is of another application",
        message: "The referral names another application than the one in the package.",
        why: "With another child's referral the wrong one is helped.",
        help: "Check the id of the application.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/applicationId", "value": "019a0000-0000-7000-8000-0000000008e0"}]"#,
            ),
            expect: Expect::Fail("/applicationId"),
        },
    ],
};

fn check(referral: &Referral<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(other) = chain::is_of_another_application(case, referral.application_id.as_ref()) else {
        return;
    };
    sink.seen();
    if other {
        sink.fail(pointer!["applicationId"]);
    }
}
