//! An organisation SHOULD decide only on applications that ask it.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation::Named},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-008",
    slug: "recipient-not-asked",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "申请里没有向这家机构提出请求",
        message: "这家机构作出了审核结果，但申请里没有向它提出请求。",
        why: "家庭没有找过的机构来审核，说明资料可能用到了别处。",
        help: "请核对机构代码；家庭确实找过它的，请在申请里补上这一条。",
    },
    en: Words {
        title: "An organisation that was not asked",
        message: "The organisation decided on the application, which does not ask it for anything.",
        why: "Where a family did not ask, its papers may have gone astray.",
        help: "Check the organisation's code; if the family did ask, add the request to the application.",
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
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/requests/1"}]"#),
            expect: Expect::FailIn("records/decision-partner", "/recipient"),
        },
    ],
};

fn check(decision: &Decision<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(application) = case.application().filter(|document| !document.value.requests.is_empty()) else {
        return;
    };
    sink.seen();
    let recipient = Named::from(&decision.recipient);
    if !application.value.requests.iter().any(|request| Named::from(&request.recipient).is(recipient)) {
        sink.fail(pointer!["recipient"]);
    }
}
