//! The inner check of a unified social credit code should agree.

use crate::{
    code::lists::{Ask, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
    value::OrganisationCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-005",
    slug: "organisation-code-inner-check",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "统一社会信用代码中间一段对不上",
        message: "代码第 9 到 17 位是原组织机构代码，它自带的校验码对不上。",
        why: "可能有两位抄错，恰好没有影响最后的校验码。",
        help: "请对照机构的登记证书核对第 9 到 17 位；证书上就是这样的，请保留。",
    },
    en: Words {
        title: "The middle of a unified social credit code does not agree",
        message: "Characters 9 to 17 are the former organisation code, whose own check character does not agree.",
        why: "Two characters may be miscopied without touching the last one.",
        help: "Compare characters 9 to 17 with the organisation's certificate; if it says so, leave them.",
    },
    check: Check::Text(TextSort::OrganisationCode, check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0/verifiedBy", "value": {"name": "示例县民政局", "code": "121100004000000014"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0/verifiedBy/code"),
        },
    ],
};

fn check(text: &Text<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Ok(code) = text.text.parse::<OrganisationCode>() else { return };
    sink.seen();
    if !code.inner_check_agrees() {
        sink.fail(text.trail.pointer());
    }
}
