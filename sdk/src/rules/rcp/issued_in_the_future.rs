//! No bill was issued after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    finding::Param,
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-039",
    slug: "issued-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-035"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "开票日期在将来",
        message: "开票日期晚于今天（{today}）。",
        why: "还没有到的日期不可能开出票据，多半是年份抄错了。",
        help: "请对照票据核对开票日期。",
    },
    en: Words {
        title: "Issued in the future",
        message: "The date of issue is after the day of this check ({today}).",
        why: "No bill can be issued on a day that has not come; the year is probably miscopied.",
        help: "Compare the date of issue with the bill.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::Patch(r#"[{"op": "replace", "path": "/issuedOn", "value": "2126-07-06"}]"#),
            expect: Expect::Fail("/issuedOn"),
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "replace", "path": "/issuedOn", "value": "2126-03-02"}]"#),
            expect: Expect::Fail("/issuedOn"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(issued) = calendar::day(receipt.issued_on.as_ref()) else { return };
    sink.seen();
    if issued > case.as_of {
        sink.fail_with(pointer!["issuedOn"], &[("today", Param::Day(case.as_of))]);
    }
}
