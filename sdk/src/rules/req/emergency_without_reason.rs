//! An emergency request should give its reason.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-011",
    slug: "emergency-without-reason",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-REQ-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "还没有写为什么紧急",
        message: "申请走紧急通道，还没有写原因。",
        why: "写明原因和是谁判断的，机构可以马上安排。",
        help: "请写一句为什么等不起、是哪位医生判断的。",
    },
    en: Words {
        title: "Why it is an emergency is not told yet",
        message: "The request is an emergency, and the reason is not given yet.",
        why: "With the reason, and who says so, the organisation can act at once.",
        help: "Write in a sentence why it cannot wait and which doctor says so.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/0/emergency", "value": true}, {"op": "add", "path": "/requests/0/priorityReason", "value": "测试"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/requests/0/emergency", "value": true}]"#),
            expect: Expect::Fail("/requests/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in
        application.requests.iter().enumerate().filter(|(_, request)| request.emergency == Some(true))
    {
        sink.seen();
        if request.priority_reason.is_none() {
            sink.fail(pointer!["requests", index]);
        }
    }
}
