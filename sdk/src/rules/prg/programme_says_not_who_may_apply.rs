//! A programme should say who may apply.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-004",
    slug: "programme-says-not-who-may-apply",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写申请条件",
        message: "项目没有写任何申请条件。",
        why: "没有条件，家庭和社工就无法判断该不该申请。",
        help: "请把公布的条件填进“申请条件”；只有文字的，填“文字条件”。",
    },
    en: Words {
        title: "The programme does not say who may apply",
        message: "No condition of eligibility is given.",
        why: "Without conditions neither a family nor a social worker can tell whether to apply.",
        help: "Write the published conditions under eligibility; where there are words only, as a condition in words.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/eligibility"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if programme.eligibility.is_none() {
        sink.fail(pointer![]);
    }
}
