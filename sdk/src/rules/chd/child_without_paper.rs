//! An application should have a paper of the child or say that there is none yet.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-018",
    slug: "child-without-paper",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-IDN-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "还没有填孩子的证件",
        message: "申请里没有孩子的任何证件，也没有说明暂时没有证件。",
        why: "机构要靠证件确认孩子是谁、以前得到过哪些救助。",
        help: "有户口簿或身份证的请填身份证号；新生儿可填出生医学证明编号；都还没有的，选“暂无证件”并写明原因，不影响先受理。",
    },
    en: Words {
        title: "No identity paper of the child is given yet",
        message: "The application has no paper of the child, nor does it say that there is none yet.",
        why: "Charities need one to be sure who the child is and what aid it has had.",
        help: "Give the resident id from the household register; for a newborn, the number of the birth certificate; where there is neither, choose none-yet and say why: the application can begin without.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/child/identifiers"}]"#),
            expect: Expect::Fail("/child"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if application.child.identifiers.is_empty() {
        sink.fail(pointer!["child"]);
    }
}
