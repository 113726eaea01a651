//! Payment to a hospital's account should come with the inpatient number.

use crate::{
    code::lists::{Ask, PayeeKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-006",
    slug: "hospital-account-without-inpatient-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-PAY-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "付到医院账户，还没有住院号",
        message: "付到医院账户，收款方和治疗里都还没有住院号。",
        why: "没有住院号，医院不知道这笔钱该记到哪个孩子名下。",
        help: "住院后请向病房或住院处问到住院号填上。",
    },
    en: Words {
        title: "A hospital's account without the inpatient number",
        message: "Payment is to a hospital's account, and neither payee nor treatment gives the inpatient number yet.",
        why: "Without it the hospital does not know for which child the money is.",
        help: "Once the child is admitted, ask the ward or the admission office for the number.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/payees/0/inpatientNumber"}, {"op": "remove", "path": "/treatment/inpatientNumber"}]"#,
            ),
            expect: Expect::Fail("/payees/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let treated =
        application.treatment.as_ref().is_some_and(|treatment| treatment.inpatient_number.is_some());
    for (index, payee) in
        application.payees.iter().enumerate().filter(|(_, payee)| payee.kind == PayeeKind::HospitalAccount)
    {
        sink.seen();
        if payee.inpatient_number.is_none() && !treated {
            sink.fail(pointer!["payees", index]);
        }
    }
}
