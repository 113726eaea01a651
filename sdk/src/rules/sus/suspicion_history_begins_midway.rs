//! The history of a suspicion SHOULD begin when it was raised.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-003",
    slug: "suspicion-history-begins-midway",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-SUS-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "疑点的历史没有从提出记起",
        message: "疑点的状态历史不是从提出开始的。",
        why: "不知道何时提出，就不知道家庭等了多久。",
        help: "请补上提出疑点的记录。",
    },
    en: Words {
        title: "The history does not begin at the beginning",
        message: "The history does not begin with the suspicion being raised.",
        why: "Without it nobody knows how long the family waited.",
        help: "Add when it was raised.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "remove", "path": "/history/0"}]"#),
            expect: Expect::Fail("/history/0/status"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::begin(sink, suspicion.history.first().map(|change| change.status), || {
        pointer!["history", 0, "status"]
    });
}
