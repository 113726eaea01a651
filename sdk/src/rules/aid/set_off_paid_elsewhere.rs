//! Aid that is set off at a hospital SHOULD be paid to the hospital's account.

use crate::{
    code::lists::{AidKind, Ask, PayeeKind, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-024",
    slug: "set-off-paid-elsewhere",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "医院冲抵没有付到医院账户",
        message: "救助方式是医院冲抵，收款方却不是医院账户。",
        why: "付给别处，就冲抵不了住院费用。",
        help: "请核对收款方；付给家庭的，救助方式写资助金。",
    },
    en: Words {
        title: "A set-off that was not paid to the hospital",
        message: "The aid is set off at the hospital, and the payee is not the hospital's account.",
        why: "Paid elsewhere it sets nothing off.",
        help: "Check the payee; what the family receives is cash.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/payee/kind", "value": "guardian-card"}]"#),
            expect: Expect::Fail("/payee/kind"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if aid.kind != AidKind::HospitalSetOff {
        return;
    }
    let Some(payee) = &aid.payee else { return };
    sink.seen();
    if payee.kind != PayeeKind::HospitalAccount {
        sink.fail(pointer!["payee", "kind"]);
    }
}
