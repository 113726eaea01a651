//! An agreement SHOULD say use, amount and manner.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-034",
    slug: "agreement-says-too-little",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-034"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "协议没有写全用途、数额和方式",
        message: "资助协议没有写明用途、数额、使用方式中的某一项。",
        why: "写清楚了，家庭才知道钱怎么用，机构也才有依据。",
        help: "请补全协议内容。",
    },
    en: Words {
        title: "An agreement that says too little",
        message: "The agreement leaves out use, amount or manner.",
        why: "Only then does a family know how the money is to be used.",
        help: "Complete the agreement.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(r#"[{"op": "remove", "path": "/agreement/manner"}]"#),
            expect: Expect::Fail("/agreement"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(agreement) = &decision.agreement else { return };
    sink.seen();
    if agreement.purpose.is_none() || agreement.amount.is_none() || agreement.manner.is_none() {
        sink.fail(pointer!["agreement"]);
    }
}
