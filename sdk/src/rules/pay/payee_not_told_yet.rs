//! An application for money should say whom to pay.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-012",
    slug: "payee-not-told-yet",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-PAY-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有写钱付给谁",
        message: "申请了资助金，还没有写收款方。",
        why: "写明收款方，批准后可以马上付款。",
        help: "请填写医院账户或监护人的银行卡；也可以批准后再补。",
    },
    en: Words {
        title: "Whom to pay is not told yet",
        message: "Money is asked for, and no payee is given yet.",
        why: "With it the money can be paid as soon as it is granted.",
        help: "Give the hospital's account or a guardian's card, now or once it is granted.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/payees"}, {"op": "remove", "path": "/requests/0/payeeIds"}, {"op": "remove", "path": "/requests/1/payeeIds"}]"#,
            ),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !application.requests.iter().any(|request| request.amount.is_some()) {
        return;
    }
    sink.seen();
    if application.payees.is_empty() {
        sink.fail(pointer![]);
    }
}
