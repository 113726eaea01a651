//! An orphan's guardian is not a parent.

use crate::{
    code::lists::{Ask, GuardianshipBasis, Hardship, Severity},
    model::application::{Application, Guardian},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-022",
    slug: "orphan-with-parents",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Family],
    zh: Words {
        title: "孩子是孤儿，监护人却填了父母",
        message: "困难身份写孩子是孤儿，监护人里又有父亲或母亲。",
        why: "孤儿指父母去世或查找不到，两处矛盾，机构会停下来核实。",
        help: "请核对：父母健在但不能抚养的，可能是“事实无人抚养儿童”；养父母请把监护依据改为“收养”。",
    },
    en: Words {
        title: "The child is an orphan, yet a parent is guardian",
        message: "The child is given as an orphan, and a father or mother as guardian.",
        why: "An orphan's parents are dead or cannot be found; where both are said, the review stops.",
        help: "Check: if the parents live but cannot care for the child, it may be a de facto unattended child; for adoptive parents choose adoption as the basis.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household", "value": {"size": 1, "annualIncome": "0.00", "hardships": [{"status": "orphan", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31", "ofChild": true}]}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/hardships/0", "value": {"status": "orphan", "issuer": {"name": "示例县民政局", "level": "县级", "region": "331122"}, "certificateNumber": "DB-0001", "issuedOn": "2026-01-10", "validUntil": "2026-12-31", "ofChild": true}}]"#,
            ),
            expect: Expect::Fail("/household/hardships/0/status"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    for (index, hardship) in household.hardships.iter().enumerate() {
        if hardship.status != Hardship::Orphan
            || hardship.of_child != Some(true)
            || hardship.ended_on.is_some()
        {
            continue;
        }
        sink.seen();
        let is_parent = |guardian: &Guardian<'_>| guardian.basis == Some(GuardianshipBasis::Parent);
        if application.guardians.iter().any(is_parent) {
            sink.fail(pointer!["household", "hardships", index, "status"]);
        }
    }
}
