//! Every organisation of which help is asked should be named by a consent in the package.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words,
        organisation::{self, Named},
    },
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-025",
    slug: "request-without-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "申请了这家机构，还没有给它的授权同意书",
        message: "申请里向这家机构求助，资料包里还没有家庭给它的授权同意书。",
        why: "没有授权同意书，就不能把孩子的资料交给这家机构。",
        help: "请监护人为这家机构签一份授权同意书。",
    },
    en: Words {
        title: "A request to an organisation without consent",
        message: "Help is asked of this organisation, but the package holds no consent that names it.",
        why: "Without consent the child's papers cannot be given to it.",
        help: "Ask the guardian for a consent for this organisation.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/-", "value": {"recipient": {"code": "1211000040000000XT", "name": "测试慈善会"}, "kinds": ["living"]}}]"#,
            ),
            expect: Expect::Fail("/requests/2/recipient"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // Without any consent the package is a draft; what an emergency allows is told by a rule of its own.
    if case.documents.consents.is_empty() || terms::emergency(application) || !case.is_whole() {
        return;
    }
    let audience = case.manifest().map(|manifest| &*manifest.value.audience).unwrap_or_default();
    for (index, request) in application.requests.iter().enumerate() {
        let asked = Named::from(&request.recipient);
        sink.seen();
        let miscopied = request.recipient.code.as_ref().is_some_and(|code| !organisation::agrees(code));
        if miscopied || audience.iter().any(|code| asked.has_code(code)) {
            continue;
        }
        if !case.documents.consents.iter().any(|document| Named::from(&document.value.recipient).is(asked)) {
            sink.fail(pointer!["requests", index, "recipient"]);
        }
    }
}
