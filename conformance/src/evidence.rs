//! What the suite itself shows of the requirements: by its vectors, by its HTTP cases, or by an attestation.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use crate::{
    attestation::{self, Attestation, AttestationFault},
    case::{self, CaseFault},
    http,
    mock::{
        self,
        scenario::{self, ScenarioFault},
    },
    requirement::Requirement,
    role::Roles,
    trace::Gap,
    vector::{Set, VectorError},
};

/// What the suite shows.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    vectors: BTreeMap<String, Vec<String>>,
    cases: BTreeMap<String, Vec<String>>,
    attestations: Vec<Attestation>,
}

/// Why it cannot be said what the suite shows.
#[derive(Debug, Error)]
pub enum EvidenceError {
    /// The vectors are not as they were shipped.
    #[error(transparent)]
    Vectors(#[from] VectorError),
    /// The cases are not as they were shipped.
    #[error(transparent)]
    Cases(#[from] CaseFault),
    /// The scenarios are not as they were shipped.
    #[error(transparent)]
    Scenarios(#[from] ScenarioFault),
    /// The attestations cannot be read.
    #[error(transparent)]
    Attestations(#[from] AttestationFault),
}

/// The HTTP cases, and what is watched of all their messages: the id of each with the requirements that it shows.
fn cases() -> Result<Vec<(String, Vec<String>)>, EvidenceError> {
    let files = case::shipped()?;
    let cases = files.into_iter().flat_map(|file| file.cases).map(|case| (case.id, case.requirements));
    Ok(cases.chain(of_messages()).chain(of_clients()?).collect())
}

/// What is watched of all messages over HTTP, likewise.
pub(crate) fn of_messages() -> impl Iterator<Item = (String, Vec<String>)> {
    http::watched().map(owned)
}

/// What clients are asked: the id of each check with the requirements that it shows.
///
/// # Errors
/// Where the scenarios are not as they were shipped.
pub(crate) fn of_clients() -> Result<Vec<(String, Vec<String>)>, ScenarioFault> {
    let scenarios = scenario::shipped()?.into_iter().flat_map(|scenario| scenario.checks);
    let promised = scenarios.map(|promise| (promise.id, promise.requirements));
    Ok(promised.chain(mock::watched().map(owned)).collect())
}

fn owned((id, requirements): (&str, &[&str])) -> (String, Vec<String>) {
    (id.to_owned(), requirements.iter().map(|id| (*id).to_owned()).collect())
}

impl Evidence {
    /// Of the suite as it is shipped.
    ///
    /// # Errors
    /// Where something that was shipped is not as it was.
    pub fn shipped() -> Result<Self, EvidenceError> {
        let set = Set::shipped()?;
        let vectors = set.vectors().iter().map(|vector| (vector.id.clone(), vector.requirements.clone()));
        Ok(Self::of(vectors, cases()?, attestation::shipped()?))
    }

    /// Of these vectors, HTTP cases and attestations.
    pub fn of(
        vectors: impl IntoIterator<Item = (String, Vec<String>)>,
        cases: impl IntoIterator<Item = (String, Vec<String>)>,
        attestations: Vec<Attestation>,
    ) -> Self {
        let (vectors, cases) = (by_requirement(vectors), by_requirement(cases));
        Self { vectors, cases, attestations }
    }

    /// The vectors that show a requirement.
    pub fn vectors(&self, id: &str) -> &[String] {
        self.vectors.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The HTTP cases that show it.
    pub fn cases(&self, id: &str) -> &[String] {
        self.cases.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// The attestation for it.
    pub fn attestation(&self, id: &str) -> Option<&Attestation> {
        self.attestations.iter().find(|attestation| attestation.requirements.iter().any(|own| own == id))
    }

    /// What keeps this from showing every MUST that binds somebody, by one test or one attestation.
    pub(crate) fn gaps(&self, requirements: &[&Requirement], roles: &Roles) -> Vec<Gap> {
        let known: BTreeSet<&str> = requirements.iter().map(|requirement| requirement.id.as_str()).collect();
        let mut gaps = self.unknown(&known);
        for requirement in requirements {
            let id = &requirement.id;
            let shown = self.vectors(id).first().or(self.cases(id).first());
            let attested: Vec<&Attestation> =
                self.attestations.iter().filter(|one| one.requirements.contains(id)).collect();
            if let Some(by) = shown {
                gaps.extend(attested.iter().map(|one| Gap::StaleAttestation {
                    attestation: one.id.clone(),
                    id: id.clone(),
                    by: by.clone(),
                }));
            }
            if attested.len() > 1 {
                gaps.push(Gap::AttestedTwice { id: id.clone() });
            }
            let binds = requirement.level.is_must() && !roles.of(id).is_empty();
            if binds && shown.is_none() && attested.is_empty() {
                gaps.push(Gap::Unshown { page: requirement.page.clone(), id: id.clone() });
            }
        }
        gaps
    }

    /// Ids that no page of the text has.
    fn unknown(&self, known: &BTreeSet<&str>) -> Vec<Gap> {
        let shown =
            self.vectors.iter().chain(&self.cases).flat_map(|(id, by)| by.iter().map(move |by| (by, id)));
        let attested =
            self.attestations.iter().flat_map(|one| one.requirements.iter().map(move |id| (&one.id, id)));
        shown
            .chain(attested)
            .filter(|(_, id)| !known.contains(id.as_str()))
            .map(|(by, id)| Gap::Unknown { by: by.clone(), id: id.clone() })
            .collect()
    }
}

fn by_requirement(checks: impl IntoIterator<Item = (String, Vec<String>)>) -> BTreeMap<String, Vec<String>> {
    let mut by: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (check, requirements) in checks {
        for id in requirements {
            by.entry(id).or_default().push(check.clone());
        }
    }
    by
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{attestation::Words, requirement::Level};

    fn gaps(level: Level, id: &str, vector: bool, case: bool, attested: usize) -> Vec<String> {
        let requirement = Requirement {
            id: id.to_owned(),
            page: "page.md".to_owned(),
            line: 1,
            level,
            en: String::new(),
            zh: String::new(),
            untested: None,
        };
        let shows = |name: &str, so: bool| so.then(|| (name.to_owned(), vec![id.to_owned()]));
        let words = || Words { en: "a".to_owned(), zh: "甲".to_owned() };
        let attestation = |number: usize| Attestation {
            id: format!("ATT-{number:02}"),
            requirements: vec![id.to_owned()],
            why: words(),
            step: words(),
            evidence: words(),
        };
        let evidence = Evidence::of(
            shows("vector-1", vector),
            shows("case-1", case),
            (1..=attested).map(attestation).collect(),
        );
        let roles = Roles::shipped().unwrap();
        evidence.gaps(&[&requirement], &roles).iter().map(Gap::to_string).collect()
    }

    #[test]
    fn a_must_is_shown_by_a_test_or_attested_and_never_both() {
        let must = |vector, case, attested| gaps(Level::Must, "REQ-RCP-001", vector, case, attested);
        assert_eq!(must(true, false, 0), [""; 0]);
        assert_eq!(must(false, true, 0), [""; 0]);
        assert_eq!(must(false, false, 1), [""; 0]);
        assert_eq!(
            must(false, false, 0),
            ["page.md: REQ-RCP-001 is shown by no vector, no HTTP case and no attestation"]
        );
        assert_eq!(
            must(true, false, 1),
            ["REQ-RCP-001 is shown by vector-1; the attestation ATT-01 for it is stale"]
        );
        assert_eq!(must(false, true, 1).len(), 1);
        assert_eq!(must(false, false, 2), ["REQ-RCP-001 is attested twice"]);
    }

    #[test]
    fn a_should_and_what_binds_only_the_publisher_need_nothing() {
        assert_eq!(gaps(Level::Should, "REQ-RCP-001", false, false, 0), [""; 0]);
        assert_eq!(gaps(Level::Must, "REQ-VAL-012", false, false, 0), [""; 0]);
    }

    #[test]
    fn an_id_that_no_page_has_is_named() {
        let vector = ("vector-1".to_owned(), vec!["REQ-RCP-009".to_owned()]);
        let evidence = Evidence::of([vector], [], vec![]);
        let found = evidence.gaps(&[], &Roles::shipped().unwrap());
        let said: Vec<String> = found.iter().map(Gap::to_string).collect();
        assert_eq!(said, ["vector-1 cites REQ-RCP-009, which no page of docs/spec has"]);
    }
}
