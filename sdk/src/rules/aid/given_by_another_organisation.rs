//! An aid MUST be recorded by the organisation that decided on it.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain, organisation::Named,
    },
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-012",
    slug: "given-by-another-organisation",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "救助机构不是作出审核结果的机构",
        message: "给予救助的机构，与审核结果的办理机构不同。",
        why: "一家批、另一家付，责任就说不清；共同出资应写在出资明细里。",
        help: "请核对机构代码；共同出资的写进出资明细。",
    },
    en: Words {
        title: "Given by another organisation than decided",
        message: "The organisation that gives the aid is not the one that decided.",
        why: "Nobody then answers for it; who shares in paying belongs under funding.",
        help: "Check the codes; name other payers under funding.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/organisation", "value": {"code": "533100001234567881", "name": "示例血液病儿童关爱基金会"}}]"#,
            ),
            expect: Expect::Fail("/organisation"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(decision) = chain::decision(case, aid.decision_id.as_ref()) else { return };
    sink.seen();
    if !Named::from(&aid.organisation).is(Named::from(&decision.recipient)) {
        sink.fail(pointer!["organisation"]);
    }
}
