//! A commercial platform should receive information under the purpose of commercial platforms only.

use crate::{
    code::lists::{Ask, ConsentPurpose, RecipientClass, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-040",
    slug: "commercial-platform-under-another-purpose",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-040"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "给商业平台的授权同意书，用途没有限定",
        message: "接收方是商业平台，用途却不是“提供给商业平台”。",
        why: "给商业平台的信息要限定用途，不得另作他用。",
        help: "请为商业平台单独征得同意，用途选“提供给商业平台”。",
    },
    en: Words {
        title: "A commercial platform under another purpose",
        message: "The recipient is a commercial platform, but the purpose is not that of commercial platforms.",
        why: "What a commercial platform receives is limited in purpose, with no second use.",
        help: "Ask for a consent of its own, with the purpose for commercial platforms.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/class", "value": "commercial-platform"}, {"op": "add", "path": "/purpose", "value": "commercial-platform"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/class", "value": "commercial-platform"}]"#,
            ),
            expect: Expect::Fail("/purpose"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if consent.recipient.class != Some(RecipientClass::CommercialPlatform) {
        return;
    }
    sink.seen();
    if consent.purpose != ConsentPurpose::CommercialPlatform {
        sink.fail(pointer!["purpose"]);
    }
}
