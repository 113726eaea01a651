//! A payee that is an organisation should be named.

use crate::{
    code::lists::{Ask, PayeeKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-011",
    slug: "paid-organisation-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PAY-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写收款的是哪家机构",
        message: "收款方是机构，没有写是哪一家。",
        why: "不写明机构，钱没法付，也没法核对。",
        help: "请填写收款机构的名称和统一社会信用代码。",
    },
    en: Words {
        title: "Which organisation is paid is not told",
        message: "The payee is an organisation, and it is not said which.",
        why: "Without that nothing can be paid or checked.",
        help: "Give the organisation's name and unified social credit code.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/payees/-", "value": {"payeeId": "019a0000-0000-7000-8000-0000000000e1", "kind": "supplier", "organisation": {"name": "测试药房"}}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/payees/-", "value": {"payeeId": "019a0000-0000-7000-8000-0000000000e1", "kind": "supplier"}}]"#,
            ),
            expect: Expect::Fail("/payees/2"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payee) in application.payees.iter().enumerate() {
        match payee.kind {
            PayeeKind::InstitutionAccount | PayeeKind::Supplier | PayeeKind::Insurer => {}
            PayeeKind::GuardianCard
            | PayeeKind::ChildCard
            | PayeeKind::Passbook
            | PayeeKind::HospitalAccount => continue,
        }
        sink.seen();
        if payee.organisation.is_none() && payee.account_name.is_none() {
            sink.fail(pointer!["payees", index]);
        }
    }
}
