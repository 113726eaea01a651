//! The child's number is its own.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-022",
    slug: "child-has-guardians-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "孩子的证件号和监护人的一样",
        message: "孩子名下填的是监护人的证件号。新生儿住院时医院常先登记母亲的号码。",
        why: "用了大人的号码，机构会把孩子认成大人，也可能和兄弟姐妹混在一起。",
        help: "请换成孩子自己的证件；还没有的，填出生医学证明编号，或选“暂无证件”并写明原因。",
    },
    en: Words {
        title: "The child's number is a guardian's",
        message: "The number given for the child is that of a guardian. Hospitals often register a newborn under its mother's number.",
        why: "With a grown-up's number the child is taken for the grown-up, or mixed up with its brothers and sisters.",
        help: "Give the child's own paper; where there is none, the number of the birth certificate, or choose none-yet and say why.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "331122199009230008"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in identifier::of_child(application).filter(|held| held.number().is_some()) {
        sink.seen();
        if identifier::is_a_guardians(application, &held) {
            sink.fail(held.at("value"));
        }
    }
}
