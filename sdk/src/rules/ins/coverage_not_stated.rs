//! No word on insurance at all.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-023",
    slug: "coverage-not-stated",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-INS-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "还没有写参保情况",
        message: "申请里还没有写孩子参加了哪些医保。",
        why: "医保、大病保险和医疗救助先支付，慈善救助看剩下的负担。",
        help: "请写上孩子的医保；没有参保的，也请写明未参保。",
    },
    en: Words {
        title: "It is not said yet how the child is insured",
        message: "The application does not say yet how the child is insured.",
        why: "Insurance, critical-illness insurance and medical aid pay first; charity looks at what is left.",
        help: "Add the child's insurance; if there is none, say so.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/coverage", "value": []}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if application.coverage.is_empty() {
        sink.fail(pointer![]);
    }
}
