//! Some source of funding must allow the kind of aid that an award gives.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-031",
    slug: "money-may-not-be-used-so",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-031"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有哪笔钱可以这样用",
        message: "所有出资方都限定了救助方式，都不包括这一项资助的方式。",
        why: "限定用途的钱挪作他用，是违反捐赠约定的。",
        help: "请核对资金限定的救助方式，或者这一项资助的方式。",
    },
    en: Words {
        title: "No money may be used in this way",
        message: "Every source of funding is limited to certain kinds of aid, and none of them to this one.",
        why: "Money given for one use must not be put to another.",
        help: "Check what the funds allow, or in what form this award is given.",
    },
    check: Check::Programme(check),
    examples: &[
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/funding/1/allowedAidKinds", "value": ["hospital-set-off", "cash"]}, {"op": "add", "path": "/funding/2/allowedAidKinds", "value": ["hospital-set-off"]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/funding/1/allowedAidKinds", "value": ["hospital-set-off"]}, {"op": "add", "path": "/funding/2/allowedAidKinds", "value": ["hospital-set-off"]}]"#,
            ),
            expect: Expect::Fail("/awards/3/aidKind"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let limited = !programme.funding.is_empty()
        && programme.funding.iter().all(|source| !source.allowed_aid_kinds.is_empty());
    if !limited {
        return;
    }
    for (index, award) in programme.awards.iter().enumerate() {
        sink.seen();
        if !programme.funding.iter().any(|source| source.allowed_aid_kinds.contains(&award.aid_kind)) {
            sink.fail(pointer!["awards", index, "aidKind"]);
        }
    }
}
