//! Where checks report to.

use crate::{
    finding::{Finding, FindingOutcome, Param, Place},
    pointer::Pointer,
};

use super::rule::Rule;

/// How many places one rule names in one document; the rest of them would say the same.
const MAX_PLACES: usize = 200;

/// Takes what one check says about one subject.
#[derive(Debug)]
pub(crate) struct Sink<'s> {
    rule: &'static Rule,
    entry: Option<usize>,
    /// Where what is looked at stands in its document.
    within: Pointer,
    tally: &'s mut Tally,
    findings: &'s mut Vec<Finding>,
}

/// What one rule has said of one document so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    places: usize,
    /// Whether there was anything to look at.
    pub(crate) seen: bool,
}

impl<'s> Sink<'s> {
    pub(crate) fn new(
        rule: &'static Rule,
        entry: Option<usize>,
        tally: &'s mut Tally,
        findings: &'s mut Vec<Finding>,
    ) -> Self {
        Self { rule, entry, within: Pointer::ROOT, tally, findings }
    }

    /// The same, for a part of the document that has a document's form: its places are told from that of the part.
    pub(crate) fn within(self, within: Pointer) -> Self {
        Self { within, ..self }
    }

    /// There was something to look at. Without this, a failure or a doubt, the rule is not applicable.
    pub(crate) fn seen(&mut self) {
        self.tally.seen = true;
    }

    /// The rule does not hold at this place.
    #[cold]
    pub(crate) fn fail(&mut self, at: Pointer) {
        self.fail_with(at, &[]);
    }

    /// The rule does not hold at this place; `params` fill the placeholders of its message.
    #[cold]
    pub(crate) fn fail_with(&mut self, at: Pointer, params: &[(&'static str, Param)]) {
        self.report(FindingOutcome::Fail, self.entry, Place::Value(self.within.join(&at)), params);
    }

    /// The rule does not hold at this place of another entry of the package.
    #[cold]
    pub(crate) fn fail_in(&mut self, entry: Option<usize>, at: Pointer, params: &[(&'static str, Param)]) {
        self.report(FindingOutcome::Fail, entry, Place::Value(at), params);
    }

    /// The rule does not hold for an entry of the package as a whole.
    #[cold]
    pub(crate) fn fail_whole(&mut self, entry: Option<usize>, params: &[(&'static str, Param)]) {
        self.report(FindingOutcome::Fail, entry, Place::Whole, params);
    }

    /// Whether the rule holds at this place could not be found out.
    #[cold]
    pub(crate) fn could_not_check(&mut self, at: Pointer) {
        self.report(FindingOutcome::CouldNotCheck, self.entry, Place::Value(self.within.join(&at)), &[]);
    }

    /// Whether the rule holds at this place of another entry could not be found out.
    #[cold]
    pub(crate) fn could_not_check_in(&mut self, entry: Option<usize>, at: Pointer) {
        self.report(FindingOutcome::CouldNotCheck, entry, Place::Value(at), &[]);
    }

    /// Whether the rule holds for an entry, or for the package, as a whole could not be found out.
    #[cold]
    pub(crate) fn could_not_check_whole(&mut self, entry: Option<usize>) {
        self.report(FindingOutcome::CouldNotCheck, entry, Place::Whole, &[]);
    }

    fn report(
        &mut self,
        outcome: FindingOutcome,
        entry: Option<usize>,
        at: Place,
        params: &[(&'static str, Param)],
    ) {
        self.tally.seen = true;
        self.tally.places += 1;
        if self.tally.places <= MAX_PLACES {
            self.findings.push(Finding { rule: self.rule, outcome, entry, at, params: params.to_vec() });
        }
    }
}
