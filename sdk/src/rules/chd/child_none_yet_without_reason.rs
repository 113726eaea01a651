//! Why a child has no paper yet must be said.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-015",
    slug: "child-none-yet-without-reason",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "没有写明孩子为什么还没有证件",
        message: "选了“暂无证件”，但没有选原因。",
        why: "知道原因，工作人员才能告诉家里下一步去哪里办、先用什么材料代替。",
        help: "请选一个原因，例如新生儿尚未办理、户口登记办理中。",
    },
    en: Words {
        title: "Why the child has no paper yet is not said",
        message: "None-yet is chosen without a reason.",
        why: "With the reason, staff can tell the family where to go next and what will do in the meantime.",
        help: "Choose a reason, such as a newborn whose papers are not made out yet, or a registration under way.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers", "value": [{"type": "none-yet", "noneYetReason": "newborn"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers", "value": [{"type": "none-yet"}]}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_reasons_given(identifier::of_child(application), sink);
}
