//! The relation must go with the kind of guardian.

use crate::{
    code::Code,
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::holder,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-020",
    slug: "guardian-relation-of-other-kind",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-GRD-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人关系和监护人类型不相配",
        message: "个人不能填机构类关系，机构也不能填父亲、母亲等关系。",
        why: "关系写错，看材料的人不知道由谁签字。",
        help: "个人请选他是孩子的什么人；机构请选福利机构、村（居）委会或民政部门。",
    },
    en: Words {
        title: "The relation does not go with the kind of guardian",
        message: "A person cannot be related as an institution is, nor an institution as a father or mother is.",
        why: "With a wrong relation nobody can tell who signs.",
        help: "For a person choose what they are to the child; for an organisation the institution, committee or department.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-0000000001a1", "kind": "organisation", "organisation": {"name": "示例儿童福利院", "code": "1211000040000000XT", "admissionNumber": "2018-001"}, "relation": "father", "basis": "institution"}}]"#,
            ),
            expect: Expect::Fail("/guardians/2/relation"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        let Some(of) = guardian.relation.and_then(holder) else { continue };
        sink.seen();
        if of != "either" && of != guardian.kind.code() {
            sink.fail(pointer!["guardians", index, "relation"]);
        }
    }
}
