//! Every instant in a consent must be a real moment in UTC.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-002",
    slug: "consent-instant-not-real",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "授权同意书上的时刻不存在",
        message: "这个时刻不存在，日期或钟点超出了范围。",
        why: "签署和撤回的先后，要靠时刻来确定。",
        help: "请检查系统记录的时间，用协调世界时（UTC）重新写入。",
    },
    en: Words {
        title: "An instant in the consent does not exist",
        message: "No clock shows this instant: its day or its time is out of range.",
        why: "Instants tell in which order signing and withdrawal came.",
        help: "Look at the time the system recorded and write it again in UTC.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "consent",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/withdrawal", "value": {"at": "2026-09-25T02:00:00Z"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "add", "path": "/signedAt", "value": "2026-01-10T24:00:00Z"}]"#),
            expect: Expect::Fail("/signedAt"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::real_instant(sink, consent.signed_at.as_ref(), || pointer!["signedAt"]);
    let signature = consent.form.signature.as_ref();
    calendar::real_instant(sink, signature.and_then(|one| one.signed_at.as_ref()), || {
        pointer!["form", "signature", "signedAt"]
    });
    let withdrawal = consent.withdrawal.as_ref();
    calendar::real_instant(sink, withdrawal.map(|withdrawal| &withdrawal.at), || {
        pointer!["withdrawal", "at"]
    });
}
