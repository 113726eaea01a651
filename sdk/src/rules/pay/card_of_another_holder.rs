//! The holder of a card should be the guardian or child whose card it is said to be.

use crate::{
    code::lists::{Ask, PayeeKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::masked::Agreement,
    value::masked::name_agrees,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-009",
    slug: "card-of-another-holder",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PAY-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "银行卡户名和本人姓名不同",
        message: "户名和这位监护人（或孩子）的姓名不一样。",
        why: "户名不对，银行会退款；也可能把钱付给了不相干的人。",
        help: "请核对银行卡的开户姓名；卡是别人的，请换成本人的卡。",
    },
    en: Words {
        title: "The card has another holder",
        message: "The holder is not the guardian, or the child, whose card it is to be.",
        why: "If the name does not match the bank sends the money back, or somebody else receives it.",
        help: "Check the name on the card; if it is somebody else's, give the person's own.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/payees/1/accountName", "value": "另外一人"}]"#),
            expect: Expect::Fail("/payees/1/accountName"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payee) in application.payees.iter().enumerate() {
        let person = match payee.kind {
            PayeeKind::ChildCard => Some(&application.child.name),
            PayeeKind::GuardianCard => payee
                .guardian_id
                .as_ref()
                .and_then(|id| application.guardians.iter().find(|guardian| guardian.guardian_id == *id))
                .and_then(|guardian| guardian.person.as_ref())
                .map(|person| &person.name),
            PayeeKind::Passbook
            | PayeeKind::HospitalAccount
            | PayeeKind::InstitutionAccount
            | PayeeKind::Supplier
            | PayeeKind::Insurer => None,
        };
        let (Some(person), Some(holder)) = (person, &payee.account_name) else { continue };
        sink.seen();
        if name_agrees(holder.as_str(), person.as_str()) == Agreement::Differs {
            sink.fail(pointer!["payees", index, "accountName"]);
        }
    }
}
