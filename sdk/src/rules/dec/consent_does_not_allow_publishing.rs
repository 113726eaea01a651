//! A masked public notice MUST be one to which its consent agrees.

use crate::{
    code::lists::{Ask, PublicNoticeMode, Severity},
    model::decision::{Decision, DecisionNotice},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-038",
    slug: "consent-does-not-allow-publishing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-038"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "授权同意书没有同意脱敏公示",
        message: "所写的授权同意书没有同意公示，或只同意公示编号。",
        why: "家庭没有答应的公开，会伤害孩子。",
        help: "请撤下公示，再按家庭同意的方式公示。",
    },
    en: Words {
        title: "The consent does not allow this notice",
        message: "The consent does not agree to a public notice, or to a number only.",
        why: "What the family did not agree to can hurt the child.",
        help: "Take the notice down and publish only as the family agreed.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/publicNotice/consentId", "value": "019a0000-0000-7000-8000-000000000833"}]"#,
            ),
            expect: Expect::Fail("/publicNotice/consentId"),
        },
    ],
};

fn check(decision: &Decision<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let masked = |notice: &&DecisionNotice<'_>| notice.mode == PublicNoticeMode::Masked;
    let Some(notice) = decision.public_notice.as_ref().filter(masked) else { return };
    let Some(consent) = chain::consent(case, notice.consent_id.as_ref()) else { return };
    sink.seen();
    let answer = consent.public_notice.as_ref();
    let agreed =
        answer.is_some_and(|answer| answer.agreed && answer.mode != Some(PublicNoticeMode::CodeOnly));
    if !agreed {
        sink.fail(pointer!["publicNotice", "consentId"]);
    }
}
