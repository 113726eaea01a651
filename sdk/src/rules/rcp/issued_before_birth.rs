//! Bills from before the birth are the mother's.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-043",
    slug: "issued-before-birth",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-039"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "开票早于孩子出生",
        message: "开票日期早于孩子的出生日期。",
        why: "出生前的费用属于母亲，一般不计入孩子的医疗费用；也可能是日期抄错了。",
        help: "请核对开票日期和孩子的出生日期。",
    },
    en: Words {
        title: "Issued before the child was born",
        message: "The date of issue lies before the child's birth.",
        why: "Costs before birth are the mother's and seldom count for the child; or a date is miscopied.",
        help: "Compare the date of issue and the child's date of birth.",
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
                r#"[{"op": "replace", "path": "/issuedOn", "value": "2017-03-02"}, {"op": "replace", "path": "/billCode", "value": "11060117"}, {"op": "replace", "path": "/patient", "value": {"name": "林小满"}}, {"op": "replace", "path": "/verifications/0/elements", "value": {"total": "1001.00"}}]"#,
            ),
            expect: Expect::Fail("/issuedOn"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let born =
        case.application().and_then(|application| calendar::day(application.value.child.birth_date.as_ref()));
    let Some((issued, born)) = calendar::day(receipt.issued_on.as_ref()).zip(born) else { return };
    sink.seen();
    if issued < born {
        sink.fail(pointer!["issuedOn"]);
    }
}
