//! The holder of a hospital's account should be the hospital that treats.

use crate::{
    code::lists::{Ask, PayeeKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-005",
    slug: "hospital-account-of-another-holder",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PAY-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "医院账户的户名不是治疗医院",
        message: "户名和正在治疗的医院名称不同。",
        why: "钱可能付到别的医院，孩子用不上。",
        help: "请向医院财务处核对户名；医院有别名的，请写登记的全称。",
    },
    en: Words {
        title: "The hospital's account has another holder",
        message: "The holder is not the hospital that treats the child.",
        why: "The money may go to another hospital, where the child has no use of it.",
        help: "Check with the hospital's finance office; write the name as registered.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/payees/0/accountName", "value": "另一家医院"}]"#,
            ),
            expect: Expect::Fail("/payees/0/accountName"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(hospital) = application.treatment.as_ref().and_then(|treatment| treatment.hospital.as_ref())
    else {
        return;
    };
    let others = application.treatment.iter().flat_map(|treatment| treatment.other_hospitals.iter());
    let mut names = Vec::new();
    for (index, payee) in
        application.payees.iter().enumerate().filter(|(_, payee)| payee.kind == PayeeKind::HospitalAccount)
    {
        let Some(holder) = &payee.account_name else { continue };
        sink.seen();
        if names.is_empty() {
            names.extend(
                std::iter::once(hospital).chain(others.clone()).map(|hospital| hospital.name.as_str()),
            );
        }
        if !names.contains(&holder.as_str()) {
            sink.fail(pointer!["payees", index, "accountName"]);
        }
    }
}
