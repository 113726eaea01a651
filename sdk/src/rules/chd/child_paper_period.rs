//! A child's paper must not end before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-014",
    slug: "child-paper-period",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "证件的失效日期早于生效日期",
        message: "这个证件的最后有效日在第一个有效日之前。",
        why: "证件在申请时是否有效，要看这两个日期。",
        help: "请对照证件核对起止日期；长期有效的，失效日期不填。",
    },
    en: Words {
        title: "A paper ends before it begins",
        message: "The last day of this paper lies before its first.",
        why: "Whether the paper holds on the day of the application is told by these two dates.",
        help: "Compare both dates with the paper; where it holds without end, leave the last day out.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0/validUntil", "value": "2038-04-01"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0/validUntil", "value": "2018-04-01"}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0/validUntil"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_periods(identifier::of_child(application), sink);
}
