//! A layer pays up to its ceiling.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::all_of},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-025",
    slug: "paid-more-than-ceiling",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "已支付金额超过封顶线",
        message: "这层保障已支付的金额，超过了它的封顶线。",
        why: "封顶线以上由家庭负担，数写错会误判还能报销多少。",
        help: "请向医保或保险公司核对封顶线和已支付金额。",
    },
    en: Words {
        title: "More was paid than the ceiling allows",
        message: "This layer has paid more than its ceiling.",
        why: "Above the ceiling the family bears the costs, so a wrong amount misleads about what is left.",
        help: "Ask the insurer for the ceiling and for what it has paid.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/1/ceiling", "value": "400000.00"}, {"op": "add", "path": "/coverage/1/paidToDate", "value": "18760.16"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/coverage/1/ceiling", "value": "400000.00"}, {"op": "add", "path": "/coverage/1/paidToDate", "value": "400000.01"}]"#,
            ),
            expect: Expect::Fail("/coverage/1/paidToDate"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        let Some([paid, ceiling]) = all_of([coverage.paid_to_date.as_ref(), coverage.ceiling.as_ref()])
        else {
            continue;
        };
        sink.seen();
        if paid > ceiling {
            sink.fail(pointer!["coverage", index, "paidToDate"]);
        }
    }
}
