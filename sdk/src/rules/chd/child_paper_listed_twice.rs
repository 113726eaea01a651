//! An identity paper of the child is listed once.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-013",
    slug: "child-paper-listed-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-IDN-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "同一个证件填了两次",
        message: "这个证件和前面的一个类型、号码都相同。",
        why: "重复的内容会让看材料的人多核对一遍。",
        help: "留下一条即可；如果是补办的新证，请写明各自的有效期。",
    },
    en: Words {
        title: "The same paper is listed twice",
        message: "This paper has the same kind and number as one before it.",
        why: "What stands twice has to be compared twice.",
        help: "Keep one of them; if it is a replacement, give both their first and last days.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "passport", "value": "E00000000"}}, {"op": "add", "path": "/child/identifiers/2", "value": {"type": "passport", "value": "E00000000"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/2"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in identifier::of_child(application) {
        let Some(number) = held.number() else { continue };
        sink.seen();
        let mut earlier = identifier::of_child(application).take_while(|other| other.index < held.index);
        if earlier.any(|other| {
            other.identifier.r#type == held.identifier.r#type
                && other.number() == Some(number)
                && other.period() == held.period()
                && other.identifier.issuer_code == held.identifier.issuer_code
        }) {
            sink.fail(held.whole());
        }
    }
}
