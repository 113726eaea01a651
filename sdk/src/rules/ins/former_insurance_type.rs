//! 城镇居民医保 and 新农合 became 城乡居民医保.

use crate::{
    code::lists::{Ask, InsuranceType, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-033",
    slug: "former-insurance-type",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-INS-033"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "险种用的是旧名称",
        message: "写的是城镇居民医保或新农合，现在一般已合并为城乡居民医保。",
        why: "用旧险种，别的机构可能对不上现在的报销规则。",
        help: "请看最近的参保凭证；已合并的请选城乡居民基本医疗保险。",
    },
    en: Words {
        title: "A former kind of insurance",
        message: "Urban residents' or rural cooperative insurance is stated; they have mostly become residents' insurance.",
        why: "With the former kind others may apply rules of the past.",
        help: "Look at the latest insurance paper, and choose residents' basic insurance if they were merged.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/1/type", "value": "rural-cooperative"}]"#,
            ),
            expect: Expect::Fail("/coverage/1/type"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        let Some(kind) = coverage.r#type else { continue };
        sink.seen();
        if let InsuranceType::UrbanResident | InsuranceType::RuralCooperative = kind {
            sink.fail(pointer!["coverage", index, "type"]);
        }
    }
}
