//! Money received from a charity should be given with its amount.

use crate::{
    code::lists::{AidKind, Ask, OtherHelpStatus, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-017",
    slug: "received-amount-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-OTH-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "慈善资助已到账，还没有写金额",
        message: "写着已到账，还没有写多少钱。",
        why: "知道收到多少，才能算出还缺多少。",
        help: "请填写收到的金额；收到的是物品或服务的，可以写大致价值。",
    },
    en: Words {
        title: "The amount received from a charity is not told yet",
        message: "The help is received, and its amount is not given yet.",
        why: "Only with it one can tell how much is still missing.",
        help: "Write the amount; for goods or services, about what they are worth.",
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
                r#"[{"op": "add", "path": "/otherHelp/charity", "value": [{"organisation": {"code": "531000000000000008", "name": "示例儿童大病救助基金会"}, "kind": "cash", "status": "received", "grantedOn": "2026-09-01"}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/charity/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let charities = application.other_help.iter().flat_map(|help| help.charity.iter());
    for (index, charity) in charities.enumerate() {
        let money = matches!(charity.kind, None | Some(AidKind::Cash | AidKind::HospitalSetOff));
        if charity.status != Some(OtherHelpStatus::Received) || !money {
            continue;
        }
        sink.seen();
        if charity.amount.is_none() {
            sink.fail(pointer!["otherHelp", "charity", index]);
        }
    }
}
