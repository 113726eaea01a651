//! A referral MUST name the family's consent to it.

use crate::{
    code::lists::{Ask, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-001",
    slug: "referral-without-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "转介没有写明授权同意书",
        message: "转介单没有写明家庭同意转介的授权同意书。",
        why: "把孩子的情况告诉另一家机构，要家庭先同意。",
        help: "请征得家庭同意，再填写授权同意书的标识号。",
    },
    en: Words {
        title: "A referral without a consent",
        message: "The referral names no consent of the family.",
        why: "To tell another organisation about a child takes the family's consent first.",
        help: "Ask the family, and name the consent.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(r#"[{"op": "remove", "path": "/consentId"}]"#),
            expect: Expect::Fail("/to"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if referral.consent_id.is_none() {
        sink.fail(pointer!["to"]);
    }
}
