//! A programme that asks for a designated hospital should list them.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::conditions;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-026",
    slug: "designated-hospitals-not-listed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-PRG-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "要求定点医院，但没有名单",
        message: "条件要求在定点医院治疗，名单却是空的。",
        why: "没有名单，家庭可能去了别的医院才知道不行。",
        help: "请补上定点医院名单，至少写全称。",
    },
    en: Words {
        title: "Designated hospitals are asked for and not listed",
        message: "The child must be treated in a designated hospital, but none is listed.",
        why: "Without the list a family may learn too late that it went to the wrong one.",
        help: "Add the list of designated hospitals, with full names at least.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/designatedHospitals"}]"#),
            expect: Expect::Fail("/eligibility/hospital/designated"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    conditions::each(programme, |node| {
        if node.tests.hospital.and_then(|hospital| hospital.designated) != Some(true) {
            return;
        }
        sink.seen();
        if programme.designated_hospitals.is_empty() {
            sink.fail(node.at(&["hospital".into(), "designated".into()]));
        }
    });
}
