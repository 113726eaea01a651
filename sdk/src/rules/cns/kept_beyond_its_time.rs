//! A recipient should delete the information when the agreed day has passed, unless a law demands that it is stored.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-051",
    slug: "kept-beyond-its-time",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-051"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "资料的保存期限已过",
        message: "约定的删除日期已经过了。",
        why: "过了期限还留着孩子的信息，不合约定，也增加泄露的风险。",
        help: "请接收机构删除这些信息；法律要求保存的，只存不用，并写明依据。",
    },
    en: Words {
        title: "The time for keeping has passed",
        message: "The agreed day of deletion has passed.",
        why: "Keeping a child's information beyond it breaks the promise and adds risk.",
        help: "Let the recipient delete it; where a law demands keeping, only store it and name the law.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/retention", "value": {"class": "aid-file", "deleteAfter": "2030-11-01"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/retention", "value": {"class": "aid-file", "deleteAfter": "2026-09-25"}}]"#,
            ),
            expect: Expect::Fail("/retention/deleteAfter"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(kept) = &consent.retention else { return };
    let Some(until) = calendar::day(kept.delete_after.as_ref()).filter(|_| kept.storage_only != Some(true))
    else {
        return;
    };
    sink.seen();
    if until < case.as_of {
        sink.fail(pointer!["retention", "deleteAfter"]);
    }
}
