//! A guardian as payer is no fault, but said.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::person::{Whose, whose_name, whose_number};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-052",
    slug: "payer-is-a-guardian",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-047"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "交款人是监护人",
        message: "票据上的交款人是孩子的监护人，不是孩子本人。",
        why: "新生儿常这样开票；大一点的孩子，有的机构会要求说明。",
        help: "一般不用改；请保证票据上能看出患者是这个孩子。",
    },
    en: Words {
        title: "The payer is a guardian",
        message: "The payer on this receipt is a guardian of the child, not the child.",
        why: "That is usual for newborns; for older children some charities ask why.",
        help: "Usually nothing needs to change, as long as the receipt shows this child as the patient.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "replace", "path": "/payer/name", "value": "周小禾"}]"#),
            expect: Expect::Fail("/payer/name"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(application) = case.application() else { return };
    let Some(payer) = receipt.payer.as_ref().filter(|payer| payer.is_organisation != Some(true)) else {
        return;
    };
    let Some(name) = &payer.name else { return };
    sink.seen();
    // Where the guardian's number stands beside the name, the rules on numbers speak.
    let number =
        payer.masked_identifier.as_ref().map(|number| whose_number(number.as_str(), &application.value));
    if whose_name(name.as_str(), &application.value) == Whose::Guardian && number != Some(Whose::Guardian) {
        sink.fail(pointer!["payer", "name"]);
    }
}
