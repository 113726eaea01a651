//! A condition must say what must hold.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::conditions;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-005",
    slug: "condition-says-nothing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "有一项条件是空的",
        message: "这里没有写任何要求，等于没有条件。",
        why: "空条件总是成立，会让不符合的人也通过。",
        help: "请补上要求，或者把这一项去掉。",
    },
    en: Words {
        title: "A condition is empty",
        message: "Nothing is asked for here, which is no condition at all.",
        why: "An empty condition always holds and lets everybody pass.",
        help: "Say what is asked for, or leave the condition out.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/eligibility/any/0/hardship/statuses", "value": []}]"#,
            ),
            expect: Expect::Fail("/eligibility/any/0/hardship"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    conditions::each(programme, |node| {
        sink.seen();
        if node.is_bare() && !node.groups {
            return sink.fail(node.at(&[]));
        }
        let tests = &node.tests;
        let age = tests.age.is_some_and(|age| age.from_years.is_none() && age.until_years.is_none());
        let nationality = tests.nationality.is_some_and(|test| test.countries.is_empty());
        let region =
            tests.region.is_some_and(|test| test.divisions.is_empty() && test.excluded_divisions.is_empty());
        let guardian = tests.guardian.is_some_and(|test| test.kinds.is_empty() && test.bases.is_empty());
        let diagnosis = tests.diagnosis.is_some_and(|test| {
            test.diseases.is_empty() && test.codes.iter().all(|range| range.prefixes.is_empty())
        });
        let treatment = tests.treatment.is_some_and(|test| {
            test.stages.is_empty()
                && test.kinds.is_empty()
                && test.before_treatment.is_none()
                && test.scheduled_within_months.is_none()
        });
        let hospital = tests.hospital.is_some_and(|test| test.levels.is_empty() && test.designated.is_none());
        let hardship = tests.hardship.is_some_and(|test| test.statuses.is_empty());
        let burden = tests.residual_burden.is_some_and(|test| test.from.is_none() && test.until.is_none());
        let coverage = tests.coverage.is_some_and(|test| {
            test.layers.is_empty() && test.types.is_empty() && test.statuses.is_empty() && test.plan.is_none()
        });
        let help = tests.other_help.is_some_and(|test| test.sources.is_empty());
        let paper = tests.document.is_some_and(|test| test.kinds.is_empty());
        for (empty, name) in [
            (age, "age"),
            (nationality, "nationality"),
            (region, "region"),
            (guardian, "guardian"),
            (diagnosis, "diagnosis"),
            (treatment, "treatment"),
            (hospital, "hospital"),
            (hardship, "hardship"),
            (burden, "residualBurden"),
            (coverage, "coverage"),
            (help, "otherHelp"),
            (paper, "document"),
        ] {
            if empty {
                sink.fail(node.at(&[name.into()]));
            }
        }
    });
}
