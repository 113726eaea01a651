//! A system should answer in Chinese.

use crate::{
    code::lists::{Ask, Severity},
    model::capability::Capability,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-011",
    slug: "answers-not-in-chinese",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CAP-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "答复语言里没有中文",
        message: "列出的语言不包括中文，或者是空的。",
        why: "家庭和社工要看得懂答复。",
        help: "请把 zh-CN 加进语言。",
    },
    en: Words {
        title: "Chinese is not among the languages",
        message: "The languages of answers do not include Chinese, or none is listed.",
        why: "Families and social workers have to understand the answers.",
        help: "Add zh-CN to the languages.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/languages", "value": ["en"]}]"#),
            expect: Expect::Fail("/languages"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let chinese =
        |language: &str| language.split('-').next().is_some_and(|tag| tag.eq_ignore_ascii_case("zh"));
    if !capability.languages.iter().any(|language| chinese(language.as_str())) {
        sink.fail(pointer!["languages"]);
    }
}
