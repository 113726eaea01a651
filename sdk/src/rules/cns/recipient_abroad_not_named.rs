//! Where information goes abroad, the recipient abroad must be named.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-032",
    slug: "recipient-abroad-not-named",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-032"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "信息要出境，没有写境外接收方",
        message: "信息会提供到境外，但没有写明交给境外的哪家机构。",
        why: "家庭要知道孩子的信息到了谁手里，怎样找到对方。",
        help: "请填写境外接收方的名称、国家或地区和联系方式。",
    },
    en: Words {
        title: "The recipient abroad is not named",
        message: "Information leaves mainland China, but the organisation abroad is not named.",
        why: "The family must know who has the child's information and how to reach them.",
        help: "Give the name, the country or region and the contact of the recipient abroad.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/crossBorder", "value": true}, {"op": "add", "path": "/separateConsents", "value": {"sensitiveInformation": true, "givingToRecipient": true, "crossBorder": true}}, {"op": "add", "path": "/recipient/foreign", "value": {"name": "Test Relief", "country": "840", "basis": "standard-contract"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/crossBorder", "value": true}, {"op": "add", "path": "/separateConsents", "value": {"sensitiveInformation": true, "givingToRecipient": true, "crossBorder": true}}]"#,
            ),
            expect: Expect::Fail("/recipient"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !terms::goes_abroad(consent) {
        return;
    }
    sink.seen();
    if consent.recipient.foreign.is_none() {
        sink.fail(pointer!["recipient"]);
    }
}
