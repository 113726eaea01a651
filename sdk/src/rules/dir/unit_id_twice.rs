//! Two units have one id.

use crate::{
    code::lists::{Ask, Severity},
    model::Member,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DIR-017",
    slug: "unit-id-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DIR-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "两个下设单位用了同一个标识号",
        message: "下设单位的标识号与前面一个相同。",
        why: "登记材料时凭标识号指明服务站，重了就分不清是哪一个。",
        help: "请用 tongzhou id 给其中一个换新的标识号。",
    },
    en: Words {
        title: "Two units have one id",
        message: "The id of this unit is that of one before it.",
        why: "Intake names a station by its id; with one id for two nobody can tell them apart.",
        help: "Give one of them a new id with tongzhou id.",
    },
    check: Check::Member(check),
    examples: &[
        Example { case: "directory", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "member",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/units/1/unitId", "value": "019a0000-0000-7000-8000-00000000a101"}]"#,
            ),
            expect: Expect::Fail("/units/1/unitId"),
        },
    ],
};

fn check(member: &Member<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (number, unit) in member.units.iter().enumerate() {
        let Some(id) = &unit.unit_id else { continue };
        sink.seen();
        if member.units.iter().take(number).any(|other| other.unit_id.as_ref() == Some(id)) {
            sink.fail(pointer!["units", number, "unitId"]);
        }
    }
}
