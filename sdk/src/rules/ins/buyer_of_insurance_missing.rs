//! Insurance bought by a charity is aid by that charity.

use crate::{
    code::lists::{Ask, InsuranceLayer, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-032",
    slug: "buyer-of-insurance-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-INS-032"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "还没有写保险是谁买的",
        message: "这是慈善机构出资购买的保险，还没有写是哪家机构。",
        why: "由哪家机构购买，会关系到是否算作已得的救助。",
        help: "请写上购买机构，可以看保单或问经办人。",
    },
    en: Words {
        title: "It is not said yet who bought the insurance",
        message: "A charity bought this insurance, but which one has not been written down yet.",
        why: "It may count as aid already given by that charity.",
        help: "Add who bought it; see the policy or ask who arranged it.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/-", "value": {"layer": "charity-bought", "status": "insured", "boughtBy": {"name": "示例慈善基金会"}}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/-", "value": {"layer": "charity-bought", "status": "insured"}}]"#,
            ),
            expect: Expect::Fail("/coverage/3"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        if coverage.layer != InsuranceLayer::CharityBought {
            continue;
        }
        sink.seen();
        if coverage.bought_by.is_none() {
            sink.fail(pointer!["coverage", index]);
        }
    }
}
