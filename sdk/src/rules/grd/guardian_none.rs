//! An application should name a guardian.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-014",
    slug: "guardian-none",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-GRD-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::VillageCommittee],
    zh: Words {
        title: "还没有填监护人",
        message: "申请里没有监护人。",
        why: "孩子未成年，要由监护人签字同意和收款；没有监护人，机构只能先记下情况。",
        help: "请补上父母或其他监护人；由福利机构、村（居）委会或民政部门监护的，填机构。紧急情况可以先提交，之后再补。",
    },
    en: Words {
        title: "No guardian is given yet",
        message: "The application names no guardian.",
        why: "A child is under age: a guardian signs and receives the money; without one, charities can only take note.",
        help: "Add the parents or other guardians, or the institution, committee or department that has guardianship. In an emergency this can follow later.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example { case: "emergency", entry: "application", change: Change::None, expect: Expect::Fail("") },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if application.guardians.is_empty() {
        sink.fail(pointer![]);
    }
}
