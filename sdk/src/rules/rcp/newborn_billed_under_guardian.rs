//! A newborn's bills often carry the mother's number.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::person::{Whose, in_first_year, whose_number};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-051",
    slug: "newborn-billed-under-guardian",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-046"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "新生儿票据用了监护人证件号",
        message: "票据上是监护人的证件号，孩子当时还不满一岁。",
        why: "新生儿没有身份证号时常这样开票，可以接受，但要能看出是孩子的费用。",
        help: "请附上出生医学证明；票据上的“某某之子（女）”请写进申请的住院称呼。",
    },
    en: Words {
        title: "A newborn was billed under a guardian's number",
        message: "The receipt carries a guardian's number; the child was under one year old then.",
        why: "Hospitals do so while a newborn has no number. That is fine, if the costs can be seen to be the child's.",
        help: "Add the birth certificate, and enter the name used in hospital in the application.",
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
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/payer/maskedIdentifier", "value": "**************0005"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "newborn-heart",
            entry: "receipts/heart-clinic",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/payer/maskedIdentifier", "value": "440106********0006"}]"#,
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
        if whose == Whose::Guardian && in_first_year(receipt, &application.value) {
            // Payer and patient carry the same number; once is enough.
            return sink.fail(pointer![party, "maskedIdentifier"]);
        }
    }
}
