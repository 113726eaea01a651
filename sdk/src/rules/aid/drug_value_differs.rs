//! The value of a drug MUST be its quantity times the value of a unit, which may have been rounded to the fen.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-030",
    slug: "drug-value-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-030"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "药品价值与数量、单价不符",
        message: "药品价值不等于数量乘以单价。",
        why: "赠药按价值算进救助额，写错会算错还缺多少。",
        help: "请核对数量、单价和价值。",
    },
    en: Words {
        title: "The value of a drug does not follow",
        message: "The value is not the quantity times the value of a unit.",
        why: "Drugs count by their value; wrong, it makes what is missing wrong.",
        help: "Check quantity, unit value and value.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/aid-drug", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/aid-drug",
            change: Change::Patch(r#"[{"op": "replace", "path": "/drugs/0/value", "value": "6000.01"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-drug",
            change: Change::Patch(r#"[{"op": "replace", "path": "/drugs/0/value", "value": "5999.00"}]"#),
            expect: Expect::Fail("/drugs/0/value"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, drug) in aid.drugs.iter().enumerate() {
        let told = drug.quantity.as_ref().zip(drug.unit_value.as_ref()).zip(drug.value.as_ref());
        let fits = told.and_then(|((quantity, price), value)| funds::is_value_of(quantity, price, value));
        let Some(fits) = fits else { continue };
        sink.seen();
        if !fits {
            sink.fail(pointer!["drugs", index, "value"]);
        }
    }
}
