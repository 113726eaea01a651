//! A person must be reported only on a consent.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-010",
    slug: "person-reported-without-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "报送了个人，没有授权同意书",
        message: "这一行报送了一个人的救助信息，没有写同意报送的授权同意书。",
        why: "没有家庭同意，不能把个人信息交给别的部门。",
        help: "请先征得同意，再填授权同意书标识号；没有同意的，并入汇总行。",
    },
    en: Words {
        title: "A person is reported without a consent",
        message: "This row tells of one person, but names no consent to report them.",
        why: "Without the family's consent nothing about a person may be given to others.",
        help: "Ask for the consent and give its id; otherwise count the person in the aggregated rows.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/persons/0/consentId"}]"#),
            expect: Expect::Fail("/persons/0"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, person) in report.persons.iter().enumerate() {
        sink.seen();
        if person.consent_id.is_none() {
            sink.fail(pointer!["persons", index]);
        }
    }
}
