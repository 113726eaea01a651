//! The code of a bank's branch should have twelve digits.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-007",
    slug: "branch-code-shape",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PAY-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "联行号不是 12 位数字",
        message: "联行号一般是 12 位数字。",
        why: "联行号不对，银行可能退款。",
        help: "请向开户行问到 12 位联行号；问不到的，可以只写开户行名称。",
    },
    en: Words {
        title: "The branch code is not twelve digits",
        message: "The code of a bank's branch usually has twelve digits.",
        why: "With a wrong code the bank may send the money back.",
        help: "Ask the bank for the twelve digits, or give the branch's name only.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/payees/0/branchCode", "value": "102000000000"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/payees/0/branchCode", "value": "1020000"}]"#),
            expect: Expect::Fail("/payees/0/branchCode"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payee) in application.payees.iter().enumerate() {
        let Some(code) = &payee.branch_code else { continue };
        sink.seen();
        let code = code.as_str().as_bytes();
        if code.len() != 12 || !code.iter().all(u8::is_ascii_digit) {
            sink.fail(pointer!["payees", index, "branchCode"]);
        }
    }
}
