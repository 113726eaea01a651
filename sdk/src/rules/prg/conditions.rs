//! Every condition of a programme, on whatever level it stands, with its place.

use crate::{
    model::programme::{Alternative, Conditions, Criterion, Programme, Test},
    pointer::{Pointer, Step},
};

/// One object of conditions.
pub(super) struct Node<'n, 'a> {
    /// The tests that stand in it.
    pub(super) tests: Conditions<'n, 'a>,
    /// Whether it groups further ones.
    pub(super) groups: bool,
    place: &'n [Step],
}

impl Node<'_, '_> {
    /// The place of a member of it.
    pub(super) fn at(&self, members: &[Step]) -> Pointer {
        Pointer::new(&[self.place, members].concat())
    }

    /// Whether no test stands in it.
    pub(super) fn is_bare(&self) -> bool {
        let tests = &self.tests;
        [
            tests.age.is_some(),
            tests.nationality.is_some(),
            tests.region.is_some(),
            tests.guardian.is_some(),
            tests.diagnosis.is_some(),
            tests.treatment.is_some(),
            tests.hospital.is_some(),
            tests.hardship.is_some(),
            tests.residual_burden.is_some(),
            tests.coverage.is_some(),
            tests.prior_aid.is_some(),
            tests.other_help.is_some(),
            tests.document.is_some(),
            tests.other.is_some(),
        ]
        .iter()
        .all(|there| !there)
    }
}

/// Shows each object of conditions to `look`: those of the eligibility, of awards and of required papers.
pub(super) fn each<'a>(programme: &Programme<'a>, mut look: impl FnMut(&Node<'_, 'a>)) {
    let look: &mut Look<'_, 'a> = &mut look;
    if let Some(criterion) = &programme.eligibility {
        of_criterion(criterion, &["eligibility".into()], look);
    }
    for (index, award) in programme.awards.iter().enumerate() {
        if let Some(test) = &award.condition {
            of_test(test, &["awards".into(), index.into(), "condition".into()], look);
        }
    }
    for (index, paper) in programme.required_documents.iter().enumerate() {
        if let Some(test) = &paper.when {
            of_test(test, &["requiredDocuments".into(), index.into(), "when".into()], look);
        }
    }
}

fn of_criterion<'a>(criterion: &Criterion<'a>, place: &[Step], look: &mut Look<'_, 'a>) {
    let groups = [("all", &criterion.all[..]), ("any", &criterion.any[..]), ("not", &criterion.not[..])];
    look(&Node {
        tests: criterion.conditions(),
        groups: groups.iter().any(|(_, group)| !group.is_empty()),
        place,
    });
    for (name, group) in groups {
        for (index, inner) in group.iter().enumerate() {
            of_alternative(inner, &[place, &[name.into(), index.into()]].concat(), look);
        }
    }
}

fn of_alternative<'a>(alternative: &Alternative<'a>, place: &[Step], look: &mut Look<'_, 'a>) {
    let groups =
        [("all", &alternative.all[..]), ("any", &alternative.any[..]), ("not", &alternative.not[..])];
    look(&Node {
        tests: alternative.conditions(),
        groups: groups.iter().any(|(_, group)| !group.is_empty()),
        place,
    });
    for (name, group) in groups {
        for (index, inner) in group.iter().enumerate() {
            of_test(inner, &[place, &[name.into(), index.into()]].concat(), look);
        }
    }
}

fn of_test<'a>(test: &Test<'a>, place: &[Step], look: &mut Look<'_, 'a>) {
    look(&Node { tests: test.conditions(), groups: false, place });
}

/// Takes one object of conditions.
type Look<'l, 'a> = dyn FnMut(&Node<'_, 'a>) + 'l;
