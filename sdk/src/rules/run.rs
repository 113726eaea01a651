//! Runs the rules over a case.

use std::sync::LazyLock;

use crate::{finding::Finding, value::Date};

use super::{
    all,
    case::Case,
    outcomes::Outcomes,
    rule::{
        ApplicationCheck, Check, ConsentCheck, ManifestCheck, PackageCheck, ReceiptCheck, Rule, Stage,
        TextCheck, Validity,
    },
    sink::{Sink, Tally},
    walk::{self, TextSort},
};

/// Every rule over every document it is about; what they say is added to `findings`.
pub(crate) fn run(case: &Case<'_>, outcomes: &mut Outcomes, findings: &mut Vec<Finding>) {
    let before = findings.len();
    let mut judged = Judged { case, outcomes, findings };
    over_texts(&mut judged);
    for document in &case.applications {
        judged.by(&BY_KIND.application, document.entry, |check, sink| check(&document.value, case, sink));
    }
    for document in &case.receipts {
        judged.by(&BY_KIND.receipt, document.entry, |check, sink| check(&document.value, case, sink));
    }
    for document in &case.consents {
        judged.by(&BY_KIND.consent, document.entry, |check, sink| check(&document.value, case, sink));
    }
    if let Some(document) = &case.manifest {
        judged.by(&BY_KIND.manifest, document.entry, |check, sink| check(&document.value, case, sink));
    }
    if case.is_package {
        judged.by(&BY_KIND.package, None, |check, sink| check(case, sink));
    }
    for finding in findings.get(before..).unwrap_or_default() {
        outcomes.note(finding);
    }
}

/// The places, among all rules, of those that a stage checks by itself.
pub(super) fn of_stage(stage: Stage) -> &'static [usize] {
    BY_KIND.stage.get(stage as usize).map_or(&[], Vec::as_slice)
}

/// What is judged, and where what is said of it goes.
struct Judged<'r, 'a> {
    case: &'r Case<'a>,
    outcomes: &'r mut Outcomes,
    findings: &'r mut Vec<Finding>,
}

impl Judged<'_, '_> {
    /// Each of `rules` over one document.
    fn by<C: Copy>(&mut self, rules: &[Listed<C>], entry: Option<usize>, check: impl Fn(C, &mut Sink<'_>)) {
        for listed in rules {
            if !listed.in_force(self.case) {
                continue;
            }
            let mut tally = Tally::default();
            check(listed.check, &mut Sink::new(listed.rule, entry, &mut tally, self.findings));
            if tally.seen {
                self.outcomes.seen(listed.index);
            }
        }
    }
}

/// The rules about texts wherever they stand: one walk over each application for all of them.
fn over_texts(judged: &mut Judged<'_, '_>) {
    let (case, rules) = (judged.case, &BY_KIND.text);
    for document in &case.applications {
        let mut tallies = rules.each_ref().map(|rules| vec![Tally::default(); rules.len()]);
        walk::texts(&document.value, |sort, text| {
            let of_sort = rules.get(sort as usize).zip(tallies.get_mut(sort as usize));
            let Some((rules, tallies)) = of_sort else { return };
            for (listed, tally) in rules.iter().zip(tallies) {
                if listed.in_force(case) {
                    let mut sink = Sink::new(listed.rule, document.entry, tally, judged.findings);
                    (listed.check)(text, case, &mut sink);
                }
            }
        });
        for (listed, tally) in rules.iter().flatten().zip(tallies.iter().flatten()) {
            if tally.seen {
                judged.outcomes.seen(listed.index);
            }
        }
    }
}

/// A rule as a check meets it: what it needs stands together, so that a rule that says nothing is hardly touched.
struct Listed<C> {
    check: C,
    rule: &'static Rule,
    /// Its place among all.
    index: usize,
    /// Whether it is in force on some days only.
    bounded: bool,
}

impl<C> Listed<C> {
    fn new(index: usize, rule: &'static Rule, check: C) -> Self {
        Self { check, rule, index, bounded: rule.validity != Validity::ALWAYS }
    }

    /// Whether the rule is in force on the day of the check.
    fn in_force(&self, case: &Case<'_>) -> bool {
        !self.bounded || holds_on(self.rule.validity, case.as_of)
    }
}

/// The rules by what they look at, so that a check meets only those it can use.
#[derive(Default)]
struct ByKind {
    /// By [`Stage`].
    stage: [Vec<usize>; Stage::COUNT],
    application: Vec<Listed<ApplicationCheck>>,
    /// By [`TextSort`].
    text: [Vec<Listed<TextCheck>>; TextSort::COUNT],
    receipt: Vec<Listed<ReceiptCheck>>,
    consent: Vec<Listed<ConsentCheck>>,
    manifest: Vec<Listed<ManifestCheck>>,
    package: Vec<Listed<PackageCheck>>,
}

static BY_KIND: LazyLock<ByKind> = LazyLock::new(|| {
    let mut kinds = ByKind::default();
    for (index, &rule) in all().iter().enumerate() {
        match rule.check {
            Check::Stage(stage) => {
                kinds.stage.get_mut(stage as usize).into_iter().for_each(|of| of.push(index))
            }
            Check::Application(check) => kinds.application.push(Listed::new(index, rule, check)),
            Check::Text(sort, check) => {
                let of_sort = kinds.text.get_mut(sort as usize).into_iter();
                of_sort.for_each(|of| of.push(Listed::new(index, rule, check)));
            }
            Check::Receipt(check) => kinds.receipt.push(Listed::new(index, rule, check)),
            Check::Consent(check) => kinds.consent.push(Listed::new(index, rule, check)),
            Check::Manifest(check) => kinds.manifest.push(Listed::new(index, rule, check)),
            Check::Package(check) => kinds.package.push(Listed::new(index, rule, check)),
        }
    }
    kinds
});

/// Whether a rule of this validity is in force on a day. ISO dates compare as text.
fn holds_on(Validity { from, until }: Validity, day: Date) -> bool {
    let day = day.to_string();
    from.is_none_or(|from| from <= day.as_str()) && until.is_none_or(|until| day.as_str() <= until)
}
