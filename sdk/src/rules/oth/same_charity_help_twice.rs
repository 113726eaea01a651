//! Each help of a charity should stand once.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::application::CharityHelp,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation::Named},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-013",
    slug: "same-charity-help-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-OTH-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "同一笔慈善资助写了两遍",
        message: "两条写的是同一机构、同一项目、同一天、同样金额的资助。",
        why: "重复计算会让人以为得到了更多帮助。",
        help: "请去掉重复的一条；确实是两笔的，请写明不同的项目或日期。",
    },
    en: Words {
        title: "The same help of a charity twice",
        message: "Two lines give the same organisation, programme, day and amount.",
        why: "Counted twice it looks as if more had been received.",
        help: "Take one of them out; if they are two, tell programmes or days apart.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/charity", "value": [{"organisation": {"code": "531000000000000008", "name": "示例儿童大病救助基金会"}, "kind": "cash", "status": "received", "amount": "100.00", "grantedOn": "2026-09-01"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/charity", "value": [{"organisation": {"code": "531000000000000008", "name": "示例儿童大病救助基金会"}, "kind": "cash", "status": "received", "amount": "100.00", "grantedOn": "2026-09-01"}, {"organisation": {"code": "531000000000000008", "name": "示例儿童大病救助基金会"}, "kind": "cash", "status": "received", "amount": "100.00", "grantedOn": "2026-09-01"}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/charity/1"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if let Some(help) = &application.other_help {
        for (index, charity) in help.charity.iter().enumerate() {
            sink.seen();
            let same = |earlier: &CharityHelp<'_>| {
                Named::from(&earlier.organisation).is(Named::from(&charity.organisation))
                    && earlier.programme_id == charity.programme_id
                    && earlier.programme_name == charity.programme_name
                    && earlier.kind == charity.kind
                    && earlier.amount == charity.amount
                    && earlier.granted_on == charity.granted_on
            };
            if help.charity.iter().take(index).any(same) {
                sink.fail(pointer!["otherHelp", "charity", index]);
            }
        }
    }
}
