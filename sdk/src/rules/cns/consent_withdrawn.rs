//! A recipient must not rely on a consent once it is withdrawn.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-008",
    slug: "consent-withdrawn",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书已经撤回",
        message: "家庭已经撤回这份授权同意书，也没有新的授权同意书接上。",
        why: "撤回以后不能再凭它处理孩子的信息；撤回前做的事不受影响。",
        help: "请不要再发送这份资料；家庭愿意继续的，请重新签一份授权同意书。",
    },
    en: Words {
        title: "The consent was withdrawn",
        message: "The family has withdrawn this consent and no newer one takes its place.",
        why: "Nothing more may be done on it; what was done before stays lawful.",
        help: "Do not send the package any further; if the family wishes to go on, ask for a new consent.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/withdrawal", "value": {"at": "2026-09-25T02:00:00Z"}}]"#,
            ),
            expect: Expect::Fail("/withdrawal"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let Some(day) = terms::withdrawn_on(consent) else { return };
    // A withdrawal before the signing or in the future is told by rules of their own.
    let believable =
        day <= case.as_of && calendar::day(Some(&consent.signed_on)).is_none_or(|signed| signed <= day);
    if believable && !terms::stands_in(consent, case) {
        sink.fail(pointer!["withdrawal"]);
    }
}
