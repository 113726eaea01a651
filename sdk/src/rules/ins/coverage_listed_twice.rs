//! The same layer, insurer, product and period twice.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::application::Coverage,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-024",
    slug: "coverage-listed-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "同一层保障列了两次",
        message: "这一层保障和前面一条相同。",
        why: "列两次会把已支付和预计支付的钱算两遍。",
        help: "请删去重复的一条；是两份保单的，请写明承保机构和产品。",
    },
    en: Words {
        title: "A coverage is listed twice",
        message: "This coverage is the same as one before it.",
        why: "What it paid and will pay is then counted twice.",
        help: "Leave one out; if there are two policies, name insurer and product.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/-", "value": {"layer": "catastrophic", "status": "insured", "region": "331122"}}]"#,
            ),
            expect: Expect::Fail("/coverage/3"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        sink.seen();
        let same = |other: &Coverage<'_>| {
            other.layer == coverage.layer
                && other.r#type == coverage.r#type
                && other.insurer == coverage.insurer
                && other.product == coverage.product
                && other.member_number == coverage.member_number
                && other.valid_from == coverage.valid_from
                && other.status == coverage.status
        };
        if application.coverage.iter().take(index).any(same) {
            sink.fail(pointer!["coverage", index]);
        }
    }
}
