//! A referral for another service SHOULD name the service.

use crate::{
    code::lists::{Ask, ReferralReason, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-017",
    slug: "service-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RFR-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写需要什么服务",
        message: "因为需要其他服务而转介，但没有写需要什么。",
        why: "写明需要陪护、心理还是住宿，转入方才好安排。",
        help: "请填写服务需求。",
    },
    en: Words {
        title: "Which service is not told",
        message: "The family is passed on for another service, and which is not told.",
        why: "Told which, the other organisation can prepare.",
        help: "Name the services that are needed.",
    },
    check: Check::Referral(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/reason", "value": "other-service-needed"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/reason", "value": "other-service-needed"}, {"op": "remove", "path": "/serviceNeeds"}]"#,
            ),
            expect: Expect::Fail("/reason"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if referral.reason != ReferralReason::OtherServiceNeeded {
        return;
    }
    sink.seen();
    if referral.service_needs.is_empty() {
        sink.fail(pointer!["reason"]);
    }
}
