//! The issuing unit's code, read from paper, is a unified social credit code.

use crate::{
    bill::{self, Recorded},
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::OrganisationCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-045",
    slug: "issuer-code-wrong-as-read",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-040"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "开票单位代码不对（手工或识别录入）",
        message: "开票单位代码不是一个正确的统一社会信用代码。",
        why: "代码用来确认票据是哪家医院开的，错了就认不出医院。",
        help: "请对照票据逐位核对这 18 位代码，代码里没有字母 I、O、S、V、Z。",
    },
    en: Words {
        title: "The issuer's code is wrong, as read from paper",
        message: "The issuer's code is not a correct unified social credit code.",
        why: "It tells which hospital issued the bill; with a wrong one nobody can.",
        help: "Compare all 18 characters with the bill; the letters I, O, S, V and Z never occur.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/issuer/code", "value": "1211000040000000XX"}]"#,
            ),
            expect: Expect::Fail("/issuer/code"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(code) = receipt.issuer.as_ref().and_then(|issuer| issuer.code.as_ref()) else { return };
    if bill::recorded(receipt) != Recorded::FromPaper {
        return;
    }
    sink.seen();
    if code.as_str().parse::<OrganisationCode>().is_err() {
        sink.fail(pointer!["issuer", "code"]);
    }
}
