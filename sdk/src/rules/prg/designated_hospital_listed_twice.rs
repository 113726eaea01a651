//! A designated hospital should be listed once.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-027",
    slug: "designated-hospital-listed-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "同一家定点医院列了两次",
        message: "这家医院前面已经列过。",
        why: "名单会被当成医院数量，也容易漏改。",
        help: "请去掉重复的一条；是不同院区的，名称里写明院区。",
    },
    en: Words {
        title: "A designated hospital is listed twice",
        message: "This hospital was listed before.",
        why: "Lists are counted, and one of two entries is easily forgotten when it changes.",
        help: "Leave one of them out; where they are two campuses, say so in the name.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/designatedHospitals/1/name", "value": "示例市儿童医院"}]"#,
            ),
            expect: Expect::Fail("/designatedHospitals/1"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, hospital) in programme.designated_hospitals.iter().enumerate() {
        sink.seen();
        if programme.designated_hospitals.iter().take(index).any(|earlier| earlier.name == hospital.name) {
            sink.fail(pointer!["designatedHospitals", index]);
        }
    }
}
