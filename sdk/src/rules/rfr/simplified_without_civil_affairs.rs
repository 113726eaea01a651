//! The procedure SHOULD be simplified only for families that civil affairs passes on.

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
    severity: Severity::Warning,
    requirements: &["REQ-RFR-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "不是民政部门转介，却写了简化程序",
        message: "写了简化程序，但转出方不是民政部门。",
        why: "民政部门转介的家庭已经核实过，可以少走几步；别的机构核实过的，由接收机构自己决定采用哪些。",
        help: "请核对转出方的机构类别；采用别的机构核实结果的，写在审核结果的“认可的已有证明”里。",
    },
    en: Words {
        title: "Simplified without civil affairs",
        message: "The procedure is simplified, and the family does not come from civil affairs.",
        why: "Civil affairs has checked the families that it passes on; what others have checked the receiving organisation accepts by itself.",
        help: "Check what kind of organisation sends the family; what others have checked belongs under accepted evidence in the decision.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(r#"[{"op": "remove", "path": "/from/role"}]"#),
            expect: Expect::Pass,
        },
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
    if referral.from.role.is_some_and(|role| role != MemberRole::CivilAffairs) {
        sink.fail(pointer!["simplified"]);
    }
}
