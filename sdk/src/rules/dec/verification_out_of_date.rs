//! A decision SHOULD NOT rest on an economic verification that had run out on that day.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-022",
    slug: "verification-out-of-date",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::CivilAffairs],
    zh: Words {
        title: "核对报告在决定时已过期",
        message: "作决定那天，所采用的家庭经济状况核对报告已经过了有效期。",
        why: "过期的报告反映不了家里现在的情况。",
        help: "请重新提请核对，或说明没有采用这份报告。",
    },
    en: Words {
        title: "The economic verification was out of date",
        message: "On the day of the decision the economic verification had run out.",
        why: "An old report does not tell how the family lives now.",
        help: "Ask for a new one, or do not rely on it.",
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
            entry: "records/economic-verification",
            change: Change::Patch(r#"[{"op": "replace", "path": "/validUntil", "value": "2026-04-05"}]"#),
            expect: Expect::FailIn("records/decision-partner", "/acceptedEvidence/0/economicVerificationId"),
        },
    ],
};

fn check(decision: &Decision<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let checks = decision.verifications.iter().map(|check| check.economic_verification_id.as_ref());
    let accepted =
        decision.accepted_evidence.iter().map(|accepted| accepted.economic_verification_id.as_ref());
    let named = |list: &'static str| move |(index, id)| (list, index, id);
    let all = checks.enumerate().map(named("verifications"));
    for (list, index, id) in all.chain(accepted.enumerate().map(named("acceptedEvidence"))) {
        let report = chain::economic_verification(case, id);
        let until = report.and_then(|report| calendar::day(report.valid_until.as_ref()));
        let Some((until, decided)) = until.zip(calendar::day(decision.decided_on.as_ref())) else { continue };
        sink.seen();
        if until < decided {
            sink.fail(pointer![list, index, "economicVerificationId"]);
        }
    }
}
