//! The person for whom aid is asked should be a child.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::today,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
    value::age_on,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-025",
    slug: "child-grown-up",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CHD-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "申请人看起来已经不是孩子",
        message: "按出生日期，申请那天已超过 18 周岁。",
        why: "儿童大病救助一般到 18 周岁为止，超龄的要另找途径。",
        help: "请先核对出生日期；确已超龄的，可咨询慈善组织或民政部门有没有成人救助。个别项目以首次登记时的年龄为准，请说明。",
    },
    en: Words {
        title: "The applicant seems to be grown up",
        message: "By the birth date, the eighteenth year of age was past on the day of the application.",
        why: "Aid for children generally ends at eighteen; above it, other ways have to be found.",
        help: "Check the birth date first; if it is right, ask a charity or civil affairs about aid for adults. Some programmes go by the age when the child was first entered: say so.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers", "value": [{"type": "resident-id", "value": "331122200709280001"}]}]"#,
            ),
            expect: Expect::Fail("/child"),
        },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers", "value": [{"type": "resident-id", "value": "331122200709290007"}]}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(birth) = identifier::child_birth(application) else { return };
    let Some(age) = age_on(birth, today(application, case)) else { return };
    sink.seen();
    if age > 18 {
        sink.fail(match application.child.birth_date {
            Some(_) => pointer!["child", "birthDate"],
            None => pointer!["child"],
        });
    }
}
