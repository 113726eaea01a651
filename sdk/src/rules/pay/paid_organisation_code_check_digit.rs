//! The code of an organisation that is to be paid must have the right check character.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-010",
    slug: "paid-organisation-code-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PAY-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Hospital],
    zh: Words {
        title: "收款机构的代码校验位不符",
        message: "这个统一社会信用代码的最后一位和前面对不上。",
        why: "代码错了，就核对不了收款机构。",
        help: "请对照机构的登记证书，逐位核对 18 位代码。",
    },
    en: Words {
        title: "The code of the organisation paid does not agree with itself",
        message: "The last character of this code does not follow from the others.",
        why: "With a wrong code it cannot be checked who is paid.",
        help: "Compare all 18 characters with the organisation's certificate.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/payees/0/organisation/code", "value": "1211000040000000XU"}]"#,
            ),
            expect: Expect::Fail("/payees/0/organisation/code"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payee) in application.payees.iter().enumerate() {
        let code = payee.organisation.as_ref().and_then(|organisation| organisation.code.as_ref());
        organisation::checked(sink, code, || pointer!["payees", index, "organisation", "code"]);
    }
}
