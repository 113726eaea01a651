//! A masked public notice MUST name the consent on which it rests.

use crate::{
    code::lists::{Ask, PublicNoticeMode, Severity},
    model::decision::{Decision, DecisionNotice},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-037",
    slug: "published-without-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-037"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "公示没有写明依据哪份授权同意书",
        message: "作了脱敏公示，但没有写明家庭的授权同意书。",
        why: "公开孩子的信息要单独同意，一旦公开就收不回来。",
        help: "请填写同意公示的授权同意书；没有的，请立即撤下，或者改为只公示编号。",
    },
    en: Words {
        title: "Published without a consent",
        message: "The child was shown in a masked notice, and no consent of the family is named.",
        why: "To publish a child's information takes a consent of its own, and cannot be taken back.",
        help: "Name the consent; if there is none, take the notice down at once, or show a number only.",
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
                r#"[{"op": "remove", "path": "/publicNotice/consentId"}, {"op": "replace", "path": "/publicNotice/mode", "value": "code-only"}, {"op": "replace", "path": "/publicNotice/fields", "value": ["case-number", "programme", "amount"]}]"#,
            ),
            expect: Expect::NotApplicable,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(r#"[{"op": "remove", "path": "/publicNotice/consentId"}]"#),
            expect: Expect::Fail("/publicNotice"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    // A number tells nothing of the child: it is what is left where a family refuses.
    let masked = |notice: &&DecisionNotice<'_>| notice.mode == PublicNoticeMode::Masked;
    let Some(notice) = decision.public_notice.as_ref().filter(masked) else { return };
    sink.seen();
    if notice.consent_id.is_none() {
        sink.fail(pointer!["publicNotice"]);
    }
}
