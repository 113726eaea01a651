//! A request should be an emergency only where the treatment is urgent.

use crate::{
    code::lists::{Ask, Severity, Urgency},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-010",
    slug: "emergency-against-urgency",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-REQ-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "申请说紧急，治疗却写择期",
        message: "申请走紧急通道，治疗的紧急程度却写着择期或常规。",
        why: "紧急通道留给等不起的孩子。",
        help: "请和医生确认紧急程度，两处改成一致。",
    },
    en: Words {
        title: "An emergency by the request, not by the treatment",
        message: "The request is an emergency, but the treatment is scheduled or routine.",
        why: "The fast lane is for children who cannot wait.",
        help: "Ask the doctor how urgent it is and write the same in both.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/requests/0/emergency", "value": true}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/treatment/urgency", "value": "routine"}, {"op": "add", "path": "/requests/0/emergency", "value": true}, {"op": "add", "path": "/requests/0/priorityReason", "value": "测试"}]"#,
            ),
            expect: Expect::Fail("/requests/0/emergency"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(urgency) = application.treatment.as_ref().and_then(|treatment| treatment.urgency) else {
        return;
    };
    for (index, _) in
        application.requests.iter().enumerate().filter(|(_, request)| request.emergency == Some(true))
    {
        sink.seen();
        if matches!(urgency, Urgency::Scheduled | Urgency::Routine) {
            sink.fail(pointer!["requests", index, "emergency"]);
        }
    }
}
