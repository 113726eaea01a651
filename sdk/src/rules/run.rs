//! Runs the rules over a case.

use std::sync::LazyLock;

use crate::{finding::Finding, value::Date};

use super::{
    all,
    case::{Case, Document},
    outcomes::Outcomes,
    rule::{Check, Rule, Stage, Validity},
    sink::{Sink, Tally},
    walk::{self, TextSort},
};

/// Every rule over every document it is about; what they say is added to `findings`.
pub(crate) fn run(case: &Case<'_>, outcomes: &mut Outcomes, findings: &mut Vec<Finding>) {
    let before = findings.len();
    over_texts(case, outcomes, findings);
    over(&BY_KIND.application, case, &case.applications, outcomes, findings, |rule, value, sink| {
        if let Check::Application(check) = rule.check {
            check(value, case, sink);
        }
    });
    over(&BY_KIND.receipt, case, &case.receipts, outcomes, findings, |rule, value, sink| {
        if let Check::Receipt(check) = rule.check {
            check(value, case, sink);
        }
    });
    over(&BY_KIND.consent, case, &case.consents, outcomes, findings, |rule, value, sink| {
        if let Check::Consent(check) = rule.check {
            check(value, case, sink);
        }
    });
    over(&BY_KIND.manifest, case, case.manifest.as_slice(), outcomes, findings, |rule, value, sink| {
        if let Check::Manifest(check) = rule.check {
            check(value, case, sink);
        }
    });
    // A document checked alone is no package.
    let whole = [Document { entry: None, value: () }];
    let packages = if case.entries.is_empty() { &[] } else { whole.as_slice() };
    over(&BY_KIND.package, case, packages, outcomes, findings, |rule, (), sink| {
        if let Check::Package(check) = rule.check {
            check(case, sink);
        }
    });
    for finding in findings.get(before..).unwrap_or_default() {
        outcomes.note(finding);
    }
}

/// The places, among all rules, of those that a stage checks by itself.
pub(super) fn of_stage(stage: Stage) -> impl Iterator<Item = usize> {
    let of = move |rule: &Rule| matches!(rule.check, Check::Stage(of) if of == stage);
    BY_KIND.stage.iter().filter(move |(_, rule)| of(rule)).map(|(index, _)| *index)
}

/// Each of `rules` over each of `documents`.
fn over<T>(
    rules: &[Listed],
    case: &Case<'_>,
    documents: &[Document<T>],
    outcomes: &mut Outcomes,
    findings: &mut Vec<Finding>,
    check: impl Fn(&Rule, &T, &mut Sink<'_>),
) {
    for document in documents {
        for (index, rule) in rules {
            if !in_force(rule, case) {
                continue;
            }
            let mut tally = Tally::default();
            check(rule, &document.value, &mut Sink::new(rule, document.entry, &mut tally, findings));
            if tally.seen {
                outcomes.seen(*index);
            }
        }
    }
}

/// The rules about texts wherever they stand: one walk over each application for all of them.
fn over_texts(case: &Case<'_>, outcomes: &mut Outcomes, findings: &mut Vec<Finding>) {
    for document in &case.applications {
        let mut tallies = BY_KIND.text.each_ref().map(|rules| vec![Tally::default(); rules.len()]);
        walk::texts(&document.value, |sort, text| {
            let rules = BY_KIND.text.get(sort as usize).into_iter().flatten();
            for ((_, rule), tally) in rules.zip(tallies.get_mut(sort as usize).into_iter().flatten()) {
                if let Check::Text(_, check) = rule.check
                    && in_force(rule, case)
                {
                    check(text, case, &mut Sink::new(rule, document.entry, tally, findings));
                }
            }
        });
        for ((index, _), tally) in BY_KIND.text.iter().flatten().zip(tallies.iter().flatten()) {
            if tally.seen {
                outcomes.seen(*index);
            }
        }
    }
}

/// A rule and its place among all.
type Listed = (usize, &'static Rule);

/// The rules by what they look at, so that a check meets only those it can use.
#[derive(Default)]
struct ByKind {
    stage: Vec<Listed>,
    application: Vec<Listed>,
    /// By [`TextSort`].
    text: [Vec<Listed>; TextSort::COUNT],
    receipt: Vec<Listed>,
    consent: Vec<Listed>,
    manifest: Vec<Listed>,
    package: Vec<Listed>,
}

static BY_KIND: LazyLock<ByKind> = LazyLock::new(|| {
    let mut kinds = ByKind::default();
    for (index, rule) in all().iter().enumerate() {
        let kind = match rule.check {
            Check::Stage(_) => &mut kinds.stage,
            Check::Application(_) => &mut kinds.application,
            Check::Text(sort, _) => match kinds.text.get_mut(sort as usize) {
                Some(of_sort) => of_sort,
                None => continue,
            },
            Check::Receipt(_) => &mut kinds.receipt,
            Check::Consent(_) => &mut kinds.consent,
            Check::Manifest(_) => &mut kinds.manifest,
            Check::Package(_) => &mut kinds.package,
        };
        kind.push((index, *rule));
    }
    kinds
});

/// Whether the rule is in force on the day of the check. ISO dates compare as text.
#[inline]
fn in_force(rule: &Rule, case: &Case<'_>) -> bool {
    rule.validity == Validity::ALWAYS || holds_on(rule.validity, case.as_of)
}

fn holds_on(Validity { from, until }: Validity, day: Date) -> bool {
    let day = day.to_string();
    from.is_none_or(|from| from <= day.as_str()) && until.is_none_or(|until| day.as_str() <= until)
}
