//! The procedure MUST be simplified only for families that civil affairs passes on.

use crate::{
    code::lists::{Ask, MemberRole, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-012",
    slug: "simplified-without-civil-affairs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "不是民政部门转介，不能简化程序",
        message: "写了简化程序，但转出方不是民政部门。",
        why: "只有民政部门转介、已经核实过的家庭，才可以少走几步。",
        help: "请删去简化程序，或核对转出方的机构类别。",
    },
    en: Words {
        title: "Simplified without civil affairs",
        message: "The procedure is simplified, and the family does not come from civil affairs.",
        why: "Only what an authority has checked already may be left out.",
        help: "Take it out, or check what kind of organisation sends the family.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(r#"[{"op": "replace", "path": "/from/role", "value": "platform"}]"#),
            expect: Expect::Fail("/simplified"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if referral.simplified.is_none() {
        return;
    }
    sink.seen();
    if referral.from.role != Some(MemberRole::CivilAffairs) {
        sink.fail(pointer!["simplified"]);
    }
}
