//! The visible digits are compared position by position.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::person::{Whose, in_first_year, whose_number};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-050",
    slug: "identity-number-not-the-childs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-045"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "票据上的证件号不是孩子的",
        message: "票据上露出的几位证件号，和孩子的证件号对不上。",
        why: "姓名会重，证件号才能确认票据是这个孩子的。",
        help: "请逐位核对票据上的证件号；印的是家长证件号的，请说明原因。",
    },
    en: Words {
        title: "The identity number is not the child's",
        message: "The visible digits of the identity number do not fit any number of the child.",
        why: "Names repeat; only the number shows that the bill is this child's.",
        help: "Compare the visible digits with the bill; if a parent's number is printed, say why.",
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
            case: "newborn-heart",
            entry: "receipts/birth-stay",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/payer/maskedIdentifier", "value": "331122********0006"}]"#,
            ),
            expect: Expect::Fail("/payer/maskedIdentifier"),
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/payer/maskedIdentifier", "value": "331122********0008"}]"#,
            ),
            expect: Expect::Fail("/payer/maskedIdentifier"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(application) = case.application() else { return };
    let payer = receipt.payer.as_ref().and_then(|payer| payer.masked_identifier.as_ref());
    let patient = receipt.patient.as_ref().and_then(|patient| patient.masked_identifier.as_ref());
    for (number, party) in [(payer, "payer"), (patient, "patient")] {
        let Some(number) = number else { continue };
        let whose = whose_number(number.as_str(), &application.value);
        if whose == Whose::Unknown {
            continue;
        }
        sink.seen();
        if whose == Whose::Another
            || (whose == Whose::Guardian && !in_first_year(receipt, &application.value))
        {
            sink.fail(pointer![party, "maskedIdentifier"]);
        }
    }
}
