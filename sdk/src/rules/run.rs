//! Runs the rules over a case.

use std::sync::LazyLock;

use serde::Serialize;

use crate::{code::lists::DocumentType, finding::Finding, model::Version, pointer::Pointer, value::Date};

use super::{
    all,
    case::Case,
    kind::{ByKind, TextCheck},
    outcomes::Outcomes,
    rule::{Rule, Stage, Validity},
    sink::{Sink, Tally},
    walk::{self, TextSort},
};

/// Every rule over every document it is about; what they say is added to `findings`.
pub(crate) fn run(case: &Case<'_>, outcomes: &mut Outcomes, findings: &mut Vec<Finding>) {
    let before = findings.len();
    let mut judged = Judged { case, outcomes, findings };
    BY_KIND.over_texts(&mut judged);
    BY_KIND.over_documents(&mut judged);
    if case.is_package {
        // A package is of the version that its manifest declares.
        let version = case.manifest().map_or(Version::LOWEST, |manifest| manifest.value.standard_version);
        judged.by(&BY_KIND.package, (None, version), |check, sink| check(case, sink));
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
pub(super) struct Judged<'r, 'a> {
    pub(super) case: &'r Case<'a>,
    outcomes: &'r mut Outcomes,
    findings: &'r mut Vec<Finding>,
}

impl Judged<'_, '_> {
    /// Each of `rules` over the texts of one document wherever they stand: one walk for all of them.
    pub(super) fn by_texts(
        &mut self,
        rules: &TextRules,
        (entry, version): (Option<usize>, Version),
        document_type: DocumentType,
        document: &impl Serialize,
    ) {
        let mut tallies = rules.each_ref().map(|rules| vec![Tally::default(); rules.len()]);
        walk::texts(document_type, document, |sort, text| {
            let of_sort = rules.get(sort as usize).zip(tallies.get_mut(sort as usize));
            let Some((rules, tallies)) = of_sort else { return };
            for (listed, tally) in rules.iter().zip(tallies) {
                if listed.in_force(self.case, version) {
                    let mut sink = Sink::new(listed.rule, entry, tally, self.findings);
                    (listed.check)(text, self.case, &mut sink);
                }
            }
        });
        for (listed, tally) in rules.iter().flatten().zip(tallies.iter().flatten()) {
            if tally.seen {
                self.outcomes.seen(listed.index);
            }
        }
    }

    /// Each of `rules` over one document.
    pub(super) fn by<C: Copy>(
        &mut self,
        rules: &[Listed<C>],
        of: (Option<usize>, Version),
        check: impl Fn(C, &mut Sink<'_>),
    ) {
        self.by_within(rules, of, &Pointer::ROOT, check);
    }

    /// Each of `rules` over a part of a document that has a document's form.
    pub(super) fn by_within<C: Copy>(
        &mut self,
        rules: &[Listed<C>],
        (entry, version): (Option<usize>, Version),
        within: &Pointer,
        check: impl Fn(C, &mut Sink<'_>),
    ) {
        for listed in rules {
            if !listed.in_force(self.case, version) {
                continue;
            }
            let mut tally = Tally::default();
            let sink = Sink::new(listed.rule, entry, &mut tally, self.findings);
            check(listed.check, &mut sink.within(within.clone()));
            if tally.seen {
                self.outcomes.seen(listed.index);
            }
        }
    }
}

/// The rules about texts, by [`TextSort`].
pub(super) type TextRules = [Vec<Listed<TextCheck>>; TextSort::COUNT];

/// A rule as a check meets it: what it needs stands together, so that a rule that says nothing is hardly touched.
pub(super) struct Listed<C> {
    check: C,
    rule: &'static Rule,
    /// Its place among all.
    index: usize,
    /// The version that brought it.
    since: Version,
    /// Whether it is in force on some days only.
    bounded: bool,
}

impl<C> Listed<C> {
    pub(super) fn new(index: usize, rule: &'static Rule, check: C) -> Self {
        // A test holds that every rule names a version that is known.
        let since = Version::known(rule.since).unwrap_or(Version::latest());
        Self { check, rule, index, since, bounded: rule.validity != Validity::ALWAYS }
    }

    /// Whether the rule is in force on the day of the check, for documents of this version: a rule that came later
    /// has nothing to say of them, so that they keep their verdict.
    fn in_force(&self, case: &Case<'_>, version: Version) -> bool {
        self.since <= version && (!self.bounded || holds_on(self.rule.validity, case.as_of))
    }
}

static BY_KIND: LazyLock<ByKind> = LazyLock::new(|| {
    let mut kinds = ByKind::default();
    for (index, &rule) in all().iter().enumerate() {
        kinds.add(index, rule);
    }
    kinds
});

/// Whether a rule of this validity is in force on a day. ISO dates compare as text.
fn holds_on(Validity { from, until }: Validity, day: Date) -> bool {
    let day = day.to_string();
    from.is_none_or(|from| from <= day.as_str()) && until.is_none_or(|until| day.as_str() <= until)
}
