//! Every unified social credit code of an application must have its check character.

use crate::{
    code::lists::{Ask, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
    value::OrganisationCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-004",
    slug: "organisation-code-check",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "统一社会信用代码不对",
        message: "18 位代码的最后一位是校验码，和前 17 位对不上，多半是抄错了一位。",
        why: "代码错了会指向别的机构，申请可能送错地方，款项可能付错。",
        help: "请对照机构的登记证书或官方网站，逐位核对。",
    },
    en: Words {
        title: "A unified social credit code is not right",
        message: "The last of the 18 characters is a check of the 17 before it and does not agree; one of them is probably miscopied.",
        why: "A wrong code points to another organisation: the application or the money may go astray.",
        help: "Compare every character with the organisation's certificate or its web site.",
    },
    check: Check::Text(TextSort::OrganisationCode, check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0/verifiedBy", "value": {"name": "示例县民政局", "code": "1211000040000000XT"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0/verifiedBy", "value": {"name": "示例县民政局", "code": "1211000040000000X0"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0/verifiedBy/code"),
        },
    ],
};

fn check(text: &Text<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !text.trail.is_in_application(OWN) {
        sink.seen();
        if text.text.parse::<OrganisationCode>().is_err() {
            sink.fail(text.trail.pointer());
        }
    }
}

/// The parts of an application that have rules of their own about this.
const OWN: &[&str] = &["documents", "intake", "otherHelp", "payees", "requests"];
