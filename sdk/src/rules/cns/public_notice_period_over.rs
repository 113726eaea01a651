//! A public notice should be taken down when its period is over.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-039",
    slug: "public-notice-period-over",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-CNS-039"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "公示期已经结束",
        message: "公示期已满，公示内容应当已经撤下。",
        why: "公示期满后继续挂着，会让孩子的信息一直留在网上。",
        help: "请检查公示页面是不是已经撤下。",
    },
    en: Words {
        title: "The period of the public notice is over",
        message: "The period has passed; the notice should be down by now.",
        why: "A notice left in place keeps the child's information on the web.",
        help: "Check that the notice has been taken down.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/publicNotice", "value": {"agreed": true, "mode": "masked", "until": "2027-10-01"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/publicNotice", "value": {"agreed": true, "mode": "masked", "until": "2026-09-25"}}]"#,
            ),
            expect: Expect::Fail("/publicNotice/until"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let until = consent
        .public_notice
        .as_ref()
        .filter(|notice| notice.agreed)
        .and_then(|notice| notice.until.as_ref());
    let Some(until) = calendar::day(until) else { return };
    sink.seen();
    if until < case.as_of {
        sink.fail(pointer!["publicNotice", "until"]);
    }
}
