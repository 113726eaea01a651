//! Two payees must not have the same id.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-001",
    slug: "payee-id-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PAY-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "两个收款方用了同一个标识号",
        message: "两个收款方的标识号相同。",
        why: "申请事项引用它时，不知道该付给哪一个。",
        help: "请给其中一个换一个标识号。",
    },
    en: Words {
        title: "Two payees have the same id",
        message: "The id of this payee is that of another.",
        why: "Where a request names it, nobody knows whom to pay.",
        help: "Give one of them another id.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "copy", "from": "/payees/1", "path": "/payees/-"}]"#),
            expect: Expect::Fail("/payees/2/payeeId"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payee) in application.payees.iter().enumerate() {
        sink.seen();
        if application.payees.iter().take(index).any(|earlier| earlier.payee_id == payee.payee_id) {
            sink.fail(pointer!["payees", index, "payeeId"]);
        }
    }
}
