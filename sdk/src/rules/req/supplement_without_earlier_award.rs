//! A request for a supplement should name the award to which it adds.

use crate::{
    code::lists::{Ask, RequestKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-013",
    slug: "supplement-without-earlier-award",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-REQ-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "补充资助还没有写原来的资助",
        message: "申请补充资助，还没有写原来的资助项。",
        why: "写明原来的资助，机构能直接接着办。",
        help: "请向机构问到原资助项的标识号填上。",
    },
    en: Words {
        title: "A supplement without the earlier award",
        message: "A supplement is asked for, and the award to which it adds is not named yet.",
        why: "Once it is named the organisation can go on from there.",
        help: "Ask the organisation for the id of the earlier award line.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/0/kinds", "value": ["supplement"]}, {"op": "add", "path": "/requests/0/awardLineId", "value": "019a0000-0000-7000-8000-0000000000e1"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/requests/0/kinds", "value": ["supplement"]}]"#),
            expect: Expect::Fail("/requests/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        if !request.kinds.contains(&RequestKind::Supplement) {
            continue;
        }
        sink.seen();
        if request.award_line_id.is_none() {
            sink.fail(pointer!["requests", index]);
        }
    }
}
