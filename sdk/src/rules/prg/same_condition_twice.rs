//! A condition should stand once in its group.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-040",
    slug: "same-condition-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-040"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "同一项条件写了两次",
        message: "这一项和同组前面的一项完全一样。",
        why: "重复的条件没有作用，改的时候也容易只改一处。",
        help: "请去掉重复的一项；本来想写别的条件的，请改正。",
    },
    en: Words {
        title: "A condition stands twice",
        message: "It is the same as one before it in the same group.",
        why: "A repeated condition does nothing, and only one of the two is changed later.",
        help: "Leave one of them out, or write what was meant.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/eligibility/any/0", "path": "/eligibility/any/3"}]"#,
            ),
            expect: Expect::Fail("/eligibility/any/3"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(criterion) = &programme.eligibility else { return };
    for (name, group) in
        [("all", &criterion.all[..]), ("any", &criterion.any[..]), ("not", &criterion.not[..])]
    {
        for (index, one) in group.iter().enumerate() {
            sink.seen();
            if group.iter().take(index).any(|earlier| earlier == one) {
                sink.fail(pointer!["eligibility", name, index]);
            }
        }
    }
}
