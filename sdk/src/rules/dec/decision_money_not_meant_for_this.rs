//! Money MUST be used only for the kinds of aid that its donor or project allows.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-031",
    slug: "decision-money-not-meant-for-this",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-031"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "资金不能用于这种救助",
        message: "这笔资金限定了用途，不包括这个资助项的救助方式。",
        why: "捐赠人指定了用途，改变用途要先征得同意或备案。",
        help: "请换一笔资金，或取得同意后填写变更日期。",
    },
    en: Words {
        title: "Money that is not meant for this",
        message: "The money may be used for other kinds of aid only.",
        why: "A donor said what it is for; a change needs consent or a filing first.",
        help: "Use other money, or obtain the consent and give its day.",
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
                r#"[{"op": "replace", "path": "/award/lines/0/funding/0/restriction/allowedAidKinds", "value": ["surgery"]}]"#,
            ),
            expect: Expect::Fail("/award/lines/0/funding/0/restriction"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let lines = decision.award.iter().flat_map(|award| award.lines.iter());
    for (index, line) in lines.enumerate() {
        for (payer, funding) in line.funding.iter().enumerate() {
            if funding.restriction.is_none() {
                continue;
            }
            sink.seen();
            if funds::forbids(funding, line.kind) {
                sink.fail(pointer!["award", "lines", index, "funding", payer, "restriction"]);
            }
        }
    }
}
