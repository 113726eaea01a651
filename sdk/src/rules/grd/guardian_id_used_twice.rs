//! Each guardian has an identifier of its own.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-026",
    slug: "guardian-id-used-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-GRD-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "两位监护人的标识号相同",
        message: "申请里有两位监护人用了同一个标识号（guardianId）。",
        why: "别处提到监护人时，分不清说的是哪一位。",
        help: "请用填表软件重新生成其中一个标识号，并检查引用它的地方。",
    },
    en: Words {
        title: "Two guardians have one identifier",
        message: "Two guardians of the application bear the same guardianId.",
        why: "Where other parts point to it, nobody can tell whom they mean.",
        help: "Let the software make a new identifier for one of them, and look at what points to it.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/2", "value": {"guardianId": "019a0000-0000-7000-8000-000000000101", "kind": "organisation", "organisation": {"name": "示例儿童福利院", "code": "1211000040000000XT", "admissionNumber": "2018-001"}, "relation": "welfare-institution", "basis": "institution"}}]"#,
            ),
            expect: Expect::Fail("/guardians/2/guardianId"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        sink.seen();
        if application.guardians.iter().take(index).any(|earlier| earlier.guardian_id == guardian.guardian_id)
        {
            sink.fail(pointer!["guardians", index, "guardianId"]);
        }
    }
}
