//! A hardship without issuer or verifier is the family's own word.

use crate::{
    code::lists::{Ask, Hardship, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-012",
    slug: "hardship-self-declared",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-HHD-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::VillageCommittee],
    zh: Words {
        title: "这项困难身份目前只是家庭自述",
        message: "没有写认定机关，也没有写谁核实过。",
        why: "自述同样会被认真看待，只是有些项目要看证明才能按这一类受理。",
        help: "有低保证、特困证等的，请补上发证机关、编号和日期；没有的，可请村（居）委会出具盖章的情况说明。",
    },
    en: Words {
        title: "This hardship is so far the family's own word",
        message: "Neither who recognised it nor who verified it is given.",
        why: "A family's word is taken seriously, but some programmes need to see a proof.",
        help: "If there is a certificate, add issuer, number and dates; if not, ask the village or residents' committee for a stamped letter.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/1", "value": {"status": "self-declared"}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/1"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        sink.seen();
        if hardship.status == Hardship::SelfDeclared
            || (hardship.issuer.is_none() && hardship.verified_by.is_none())
        {
            sink.fail(pointer!["household", "hardships", index]);
        }
    }
}
