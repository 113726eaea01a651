//! How many rules passed, failed, did not apply or could not be checked.

use crate::{
    code::lists::Outcome,
    finding::{Finding, FindingOutcome},
};

use super::{
    all,
    rule::{Rule, Stage},
    run::of_stage,
};

/// The outcome of every rule over one input.
///
/// ```
/// use tongzhou::{code::lists::Outcome, rules};
///
/// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
/// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
/// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
/// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
/// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
/// assert!(checked.outcomes.count(Outcome::Pass) > 0);
/// let of = |code| rules::find(code).map(|rule| checked.outcomes.of(rule));
/// assert_eq!(of("TZ-APP-001"), Some(Outcome::Fail));
/// // There is no number whose check digit could be wrong.
/// assert_eq!(of("TZ-CHD-001"), Some(Outcome::NotApplicable));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Outcomes {
    /// By the rule's place in [`all`].
    of: Vec<Outcome>,
}

impl Outcomes {
    /// Before anything was looked at.
    pub(crate) fn new() -> Self {
        Self { of: vec![Outcome::NotApplicable; all().len()] }
    }

    /// Notes that the rule at `index` looked at something.
    pub(crate) fn seen(&mut self, index: usize) {
        if let Some(outcome @ Outcome::NotApplicable) = self.of.get_mut(index) {
            *outcome = Outcome::Pass;
        }
    }

    /// Notes that a stage had something to look at and found nothing wrong.
    pub(crate) fn stage_passed(&mut self, stage: Stage) {
        for index in of_stage(stage) {
            self.seen(*index);
        }
    }

    /// Part of the input could not be read: of a rule that looked at nothing, nobody can say whether it would
    /// have applied there.
    pub(crate) fn nothing_more_is_known(&mut self) {
        for outcome in self.of.iter_mut().filter(|outcome| **outcome == Outcome::NotApplicable) {
            *outcome = Outcome::CouldNotCheck;
        }
    }

    /// Notes what a finding says of its rule: a failure weighs more than a doubt, a doubt more than a pass.
    pub(crate) fn note(&mut self, finding: &Finding) {
        let Some(outcome) = index_of(finding.rule).and_then(|index| self.of.get_mut(index)) else { return };
        match finding.outcome {
            FindingOutcome::Fail => *outcome = Outcome::Fail,
            FindingOutcome::CouldNotCheck if *outcome != Outcome::Fail => *outcome = Outcome::CouldNotCheck,
            FindingOutcome::CouldNotCheck => {}
        }
    }

    /// The outcome of one rule.
    pub fn of(&self, rule: &Rule) -> Outcome {
        index_of(rule).and_then(|index| self.of.get(index)).copied().unwrap_or(Outcome::NotApplicable)
    }

    /// How many rules had `outcome`.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.of.iter().filter(|one| **one == outcome).count()
    }
}

fn index_of(rule: &Rule) -> Option<usize> {
    all().binary_search_by(|one| one.code.cmp(rule.code)).ok()
}
