//! The code of a charity that has helped must have the right check character.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-014",
    slug: "helping-organisation-code-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-OTH-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "资助机构的代码校验位不符",
        message: "这个统一社会信用代码的最后一位和前面对不上。",
        why: "代码错了，就认不出是哪家机构资助过。",
        help: "请对照机构的登记证书，逐位核对 18 位代码。",
    },
    en: Words {
        title: "The code of a helping organisation does not agree with itself",
        message: "The last character of this code does not follow from the others.",
        why: "With a wrong code nobody knows which organisation helped.",
        help: "Compare all 18 characters with the organisation's certificate.",
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
                r#"[{"op": "add", "path": "/otherHelp/charity", "value": [{"organisation": {"code": "531000000000000009", "name": "测试"}, "kind": "cash", "status": "received", "amount": "100.00", "grantedOn": "2026-09-01"}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/charity/0/organisation/code"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let charities = application.other_help.iter().flat_map(|help| help.charity.iter());
    for (index, charity) in charities.enumerate() {
        organisation::checked(sink, charity.organisation.code.as_ref(), || {
            pointer!["otherHelp", "charity", index, "organisation", "code"]
        });
    }
}
