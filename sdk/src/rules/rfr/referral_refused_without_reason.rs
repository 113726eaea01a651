//! A referral that is refused MUST say why.

use crate::{
    code::lists::{Ask, ReferralOutcome, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-007",
    slug: "referral-refused-without-reason",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "不接收转介没有说明原因",
        message: "转入方没有接收，也没有写原因。",
        why: "转出方不知道原因，就不知道该再转给谁。",
        help: "请写明不接收的原因。",
    },
    en: Words {
        title: "Refused without a reason",
        message: "The referral was refused, and no reason is given.",
        why: "Whoever sent it does not know where to turn next.",
        help: "Give the reason.",
    },
    check: Check::Referral(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/answer/outcome", "value": "refused"}, {"op": "add", "path": "/answer/reason", "value": "病种不在项目范围内"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(r#"[{"op": "replace", "path": "/answer/outcome", "value": "refused"}]"#),
            expect: Expect::Fail("/answer"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(answer) = referral.answer.as_ref().filter(|answer| answer.outcome == ReferralOutcome::Refused)
    else {
        return;
    };
    sink.seen();
    if answer.reason.is_none() {
        sink.fail(pointer!["answer"]);
    }
}
