//! A consent for public notice must record that the notice was agreed to.

use crate::{
    code::lists::{Ask, ConsentPurpose, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-038",
    slug: "public-notice-purpose-without-answer",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-038"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "用途是公示，却没有写同不同意公示",
        message: "这份授权同意书的用途是公示，但没有记下家庭同意公示。",
        why: "公开孩子的信息，要家庭明确说同意。",
        help: "请补上家庭的意见和公示方式。",
    },
    en: Words {
        title: "The purpose is public notice, but nobody agreed to it",
        message: "The purpose of this consent is public notice, yet no agreement to it is recorded.",
        why: "To publish a child's information the family must clearly say yes.",
        help: "Record the family's answer and the way of publication.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/purpose", "value": "public-notice"}, {"op": "add", "path": "/publicNotice", "value": {"agreed": true, "mode": "masked"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/blood-disease",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/purpose", "value": "public-notice"}, {"op": "add", "path": "/publicNotice", "value": {"agreed": false}}]"#,
            ),
            expect: Expect::Fail("/purpose"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if consent.purpose != ConsentPurpose::PublicNotice {
        return;
    }
    sink.seen();
    if !consent.public_notice.as_ref().is_some_and(|notice| notice.agreed) {
        sink.fail(pointer!["purpose"]);
    }
}
