//! A place that still says "please fill in" says nothing of the family.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, TO_BE_FILLED, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-011",
    slug: "still-to-be-filled-in",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-APP-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还有“请填写”没有换成内容",
        message: "这里还写着“请填写”，真实的内容还没有填。",
        why: "没有填的地方，机构就不知道是哪个孩子、该找谁、得了什么病。",
        help: "请换成真实的内容；暂时不知道的，可先问家里或医院。",
    },
    en: Words {
        title: "Something still reads “please fill in”",
        message: "This place still only asks to be filled in; the real content is not there yet.",
        why: "Without it a charity does not know which child this is, whom to reach, or what the illness is.",
        help: "Put the real content here; what is not known yet, the family or the hospital can tell.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/illness", "value": "请填写孩子得了什么病"}]"#,
            ),
            expect: Expect::Fail("/illness"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let unfilled = |text: &str| text.starts_with(TO_BE_FILLED);
    if unfilled(application.child.name.as_str()) {
        sink.fail(pointer!["child", "name"]);
    }
    for (index, guardian) in application.guardians.iter().enumerate() {
        if guardian.person.as_ref().is_some_and(|person| unfilled(person.name.as_str())) {
            sink.fail(pointer!["guardians", index, "person", "name"]);
        }
    }
    for (index, contact) in application.contacts.iter().enumerate() {
        if contact.name.as_ref().is_some_and(|name| unfilled(name.as_str())) {
            sink.fail(pointer!["contacts", index, "name"]);
        }
    }
    if unfilled(application.illness.as_str()) {
        sink.fail(pointer!["illness"]);
    }
}
