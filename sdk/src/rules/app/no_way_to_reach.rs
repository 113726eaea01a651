//! An application should give a telephone number.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-010",
    slug: "no-way-to-reach",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-APP-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有能打通的电话",
        message: "联系方式里没有电话号码。",
        why: "机构审核时要打电话核实，联系不上就办不下去。",
        help: "请至少留一个电话；自己没有的，可留亲属、邻居或村（居）委会的电话，并写明是谁的。",
    },
    en: Words {
        title: "There is no telephone number yet",
        message: "None of the contacts has a telephone number.",
        why: "Charities call to check; if nobody can be reached, nothing moves on.",
        help: "Give at least one number; a relative's, neighbour's or the committee's will do, with a word about whose it is.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/contacts", "value": []}]"#),
            expect: Expect::Fail("/contacts"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let of_guardian = application.guardians.iter().any(|guardian| {
        guardian.person.as_ref().is_some_and(|person| !person.phones.is_empty())
            || guardian.organisation.as_ref().is_some_and(|organisation| organisation.phone.is_some())
    });
    if !of_guardian && application.contacts.iter().all(|contact| contact.phone.is_none()) {
        sink.fail(pointer!["contacts"]);
    }
}
