//! The code of an organisation of which help is asked must have the right check character.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-003",
    slug: "asked-organisation-code-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-REQ-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "被申请机构的代码校验位不符",
        message: "这个统一社会信用代码的最后一位和前面对不上。",
        why: "代码错了，申请到不了这家机构。",
        help: "请向这家机构问清代码，或对照它的登记证书逐位核对 18 位。",
    },
    en: Words {
        title: "The code of the organisation asked does not agree with itself",
        message: "The last character of this code does not follow from the others.",
        why: "With a wrong code the request does not reach the organisation.",
        help: "Ask the organisation for its code, or compare all 18 characters with its certificate.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/-", "value": {"recipient": {"code": "531000000000000009", "name": "示例儿童大病救助基金会"}, "kinds": ["living"]}}, {"op": "remove", "path": "/requests/2/recipient/name"}, {"op": "add", "path": "/requests/2/recipient/name", "value": "示例儿童大病救助基金会"}]"#,
            ),
            expect: Expect::Fail("/requests/2/recipient/code"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        organisation::checked(sink, request.recipient.code.as_ref(), || {
            pointer!["requests", index, "recipient", "code"]
        });
    }
}
