//! Why a guardian has no paper must be said.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-013",
    slug: "guardian-none-yet-without-reason",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "没有写明监护人为什么没有证件",
        message: "选了“暂无证件”，但没有选原因。",
        why: "知道原因，工作人员才能告诉家里先用什么材料代替。",
        help: "请选一个原因，例如证件遗失补办中。",
    },
    en: Words {
        title: "Why a guardian has no paper is not said",
        message: "None-yet is chosen without a reason.",
        why: "With the reason, staff can tell the family what will do in the meantime.",
        help: "Choose a reason, such as papers that are lost and being replaced.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/person/identifiers/0", "value": {"type": "none-yet", "noneYetReason": "documents-lost"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/person/identifiers/0", "value": {"type": "none-yet"}}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_reasons_given(identifier::of_guardians(application), sink);
}
