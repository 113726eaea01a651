//! A guardian's paper must not end before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-011",
    slug: "guardian-paper-period",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人证件的失效日期早于生效日期",
        message: "这个证件的最后有效日在第一个有效日之前。",
        why: "付款前要看证件是否在有效期内。",
        help: "请对照证件核对起止日期；长期有效的，失效日期不填。",
    },
    en: Words {
        title: "A guardian's paper ends before it begins",
        message: "The last day of this paper lies before its first.",
        why: "Before paying, charities look whether the paper still holds.",
        help: "Compare both dates with the paper; where it holds without end, leave the last day out.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/0/person/identifiers/0/validFrom", "value": "2018-04-01"}, {"op": "add", "path": "/guardians/0/person/identifiers/0/validUntil", "value": "2038-04-01"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/0/person/identifiers/0/validFrom", "value": "2018-04-01"}, {"op": "add", "path": "/guardians/0/person/identifiers/0/validUntil", "value": "2008-04-01"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0/validUntil"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_periods(identifier::of_guardians(application), sink);
}
