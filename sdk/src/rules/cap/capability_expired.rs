//! A capability should not have expired.

use crate::{
    code::lists::{Ask, Severity},
    model::{capability::Capability, texts::DateText},
    pointer,
    pointer::Pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-007",
    slug: "capability-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CAP-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "已经过期",
        message: "有效期已过。",
        why: "过期的说明不能再作为发送的依据，对方可能已经换了系统。",
        help: "请向该机构索取新的说明或证书。",
    },
    en: Words {
        title: "It has expired",
        message: "Its last day has passed.",
        why: "Nobody should rely on it any longer; the system may have changed.",
        help: "Ask the member for a new one.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/certificates/0/validUntil", "value": "2026-09-01"}]"#,
            ),
            expect: Expect::Fail("/certificates/0/validUntil"),
        },
    ],
};

fn check(capability: &Capability<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut last = |until: Option<&DateText<'_>>, at: &dyn Fn() -> Pointer| {
        let Some(until) = calendar::day(until) else { return };
        sink.seen();
        if until < case.as_of {
            sink.fail(at());
        }
    };
    last(capability.valid_until.as_ref(), &|| pointer!["validUntil"]);
    for (index, certificate) in capability.certificates.iter().enumerate() {
        last(Some(&certificate.valid_until), &|| pointer!["certificates", index, "validUntil"]);
    }
}
