//! The least age must not be above the greatest.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::conditions;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-006",
    slug: "age-limits-reversed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "年龄上下限写反了",
        message: "最低年龄比最高年龄还大。",
        why: "没有哪个孩子能符合这样的条件。",
        help: "请对照项目公告核对两个年龄。",
    },
    en: Words {
        title: "The age limits are swapped",
        message: "The least age is above the greatest.",
        why: "No child could meet such a condition.",
        help: "Compare both ages with the programme's announcement.",
    },
    check: Check::Programme(check),
    examples: &[
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "add", "path": "/eligibility/age/fromYears", "value": 2}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "add", "path": "/eligibility/age/fromYears", "value": 19}]"#),
            expect: Expect::Fail("/eligibility/age/fromYears"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    conditions::each(programme, |node| {
        let Some(age) = node.tests.age else { return };
        let (Some(from), Some(until)) = (age.from_years, age.until_years) else { return };
        sink.seen();
        if from > until {
            sink.fail(node.at(&["age".into(), "fromYears".into()]));
        }
    });
}
