//! The issuing unit's code, read from data, is a unified social credit code.

use crate::{
    bill::{self, Recorded},
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::OrganisationCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-044",
    slug: "issuer-code-wrong",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-040"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Hospital],
    zh: Words {
        title: "开票单位代码不对",
        message: "开票单位代码不是一个正确的统一社会信用代码。",
        why: "代码用来确认票据是哪家医院开的，错了就认不出医院。",
        help: "这张票据是从数据文件读取的，请检查读取程序，或向开票单位重新取得文件。",
    },
    en: Words {
        title: "The issuer's code is wrong",
        message: "The issuer's code is not a correct unified social credit code.",
        why: "It tells which hospital issued the bill; with a wrong one nobody can.",
        help: "This bill was read from a data file: check the program that read it, or get the file from the issuer again.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/issuer/code", "value": "1211000040000000XX"}]"#,
            ),
            expect: Expect::Fail("/issuer/code"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(code) = receipt.issuer.as_ref().and_then(|issuer| issuer.code.as_ref()) else { return };
    if bill::recorded(receipt) != Recorded::FromData {
        return;
    }
    sink.seen();
    if code.as_str().parse::<OrganisationCode>().is_err() {
        sink.fail(pointer!["issuer", "code"]);
    }
}
