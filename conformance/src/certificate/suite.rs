//! Which parts of the suite a role has to have passed, and which checks a part has. `conformance/certificates.csv` is the
//! table: a role has one way or several, and every part of one way is needed.

use thiserror::Error;
use tongzhou::code::{Code, lists::ConformanceRole};

use super::Asked;
use crate::{
    attestation::AttestationFault,
    case::{self, CaseFault, CaseFile, Role},
    csv, evidence, frozen,
    mock::scenario::ScenarioFault,
    report::TargetKind,
    role::{Roles, RolesFault},
    vector::{Area, Set, VectorError},
};

/// The suite, as far as certificates need it.
#[derive(Clone, Debug)]
pub struct Suite {
    pub(super) set: Set,
    pub(super) roles: Roles,
    pub(super) asked: Asked,
    cases: Vec<CaseFile>,
    /// What is watched of all messages over HTTP.
    watched: Vec<(String, Vec<String>)>,
    /// What is asked of clients.
    client: Vec<(String, Vec<String>)>,
    rows: Vec<(ConformanceRole, String, Part)>,
}

/// A part of the suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The vectors of an area, through an adapter.
    Vectors(Area),
    /// The cases over HTTP that are put to a system in a role.
    Http(&'static str),
    /// What is asked of a client by a mock of its peers.
    Client,
}

/// The suite is not as it was shipped.
#[derive(Debug, Error)]
pub enum SuiteError {
    /// Its vectors.
    #[error(transparent)]
    Vectors(#[from] VectorError),
    /// Its table of roles.
    #[error(transparent)]
    Roles(#[from] RolesFault),
    /// Its cases.
    #[error(transparent)]
    Cases(#[from] CaseFault),
    /// Its scenarios.
    #[error(transparent)]
    Scenarios(#[from] ScenarioFault),
    /// Its attestations.
    #[error(transparent)]
    Attestations(#[from] AttestationFault),
    /// This line of its table of parts.
    #[error("conformance/certificates.csv, line {0}: wants a role, a way and a part")]
    Parts(usize),
}

/// A check that a part has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected<'s> {
    pub(super) id: &'s str,
    pub(super) requirements: &'s [String],
}

impl Suite {
    /// The suite of this version.
    ///
    /// # Errors
    /// Where something that was shipped is not as it was.
    pub fn shipped() -> Result<Self, SuiteError> {
        Self::new(Set::shipped()?, Asked::shipped()?)
    }

    /// The suite with these vectors and these attestations that it asks for.
    ///
    /// # Errors
    /// Where a table that was shipped is not as it was.
    pub fn new(set: Set, asked: Asked) -> Result<Self, SuiteError> {
        let lines = (2..).zip(PARTS.lines().skip(1));
        let rows = lines.map(|(number, line)| row(line).ok_or(SuiteError::Parts(number)));
        Ok(Self {
            set,
            roles: Roles::shipped()?,
            asked,
            cases: case::shipped()?,
            watched: evidence::of_messages().collect(),
            client: evidence::of_clients()?,
            rows: rows.collect::<Result<_, _>>()?,
        })
    }

    /// The ways of a role, each with the parts that it needs.
    pub fn ways(&self, role: ConformanceRole) -> Vec<Vec<Part>> {
        let mut ways: Vec<(&str, Vec<Part>)> = Vec::new();
        for (_, way, part) in self.rows.iter().filter(|(of, _, _)| *of == role) {
            match ways.iter_mut().find(|(name, _)| name == way) {
                Some((_, parts)) => parts.push(*part),
                None => ways.push((way, vec![*part])),
            }
        }
        ways.into_iter().map(|(_, parts)| parts).collect()
    }

    /// The checks of a part that count.
    pub(super) fn checks(&self, part: Part) -> Vec<Expected<'_>> {
        match part {
            Part::Vectors(area) => {
                let of = self.set.vectors().iter();
                let of = of.filter(|vector| vector.area == area && self.set.scored(vector));
                of.map(|vector| Expected { id: &vector.id, requirements: &vector.requirements }).collect()
            }
            Part::Http(role) => {
                let of_role = |file: &&CaseFile| file.role == Role::Any || file.role.name() == role;
                let cases = self.cases.iter().filter(of_role).flat_map(|file| &file.cases);
                let cases = cases.filter(|case| frozen::counts(self.set.frozen(), &case.id, case.since));
                let cases = cases.map(|case| Expected { id: &case.id, requirements: &case.requirements });
                let watched = self.watched.iter();
                cases.chain(watched.map(|(id, requirements)| Expected { id, requirements })).collect()
            }
            Part::Client => {
                let client = self.client.iter();
                client.map(|(id, requirements)| Expected { id, requirements }).collect()
            }
        }
    }
}

impl Part {
    /// The kind of run that shows it.
    pub(super) const fn kind(self) -> TargetKind {
        match self {
            Self::Vectors(_) => TargetKind::Adapter,
            Self::Http(_) => TargetKind::Node,
            Self::Client => TargetKind::Client,
        }
    }

    /// Its name, as the table writes it.
    pub fn name(self) -> String {
        match self {
            Self::Vectors(area) => format!("vectors:{}", area.name()),
            Self::Http(role) => format!("http:{role}"),
            Self::Client => "client:mock".to_owned(),
        }
    }
}

fn row(line: &str) -> Option<(ConformanceRole, String, Part)> {
    let fields = csv::fields(line);
    let [role, way, part] = fields.as_slice() else { return None };
    let part = match part.split_once(':')? {
        ("vectors", area) => Part::Vectors(Area::ALL.into_iter().find(|known| known.name() == area)?),
        ("http", role) => Part::Http(HTTP.into_iter().find(|known| *known == role)?),
        ("client", "mock") => Part::Client,
        _ => return None,
    };
    (!way.is_empty()).then_some((ConformanceRole::from_code(role)?, way.clone(), part))
}

/// Whom cases over HTTP are put to.
const HTTP: [&str; 3] = ["member", "registry", "evaluator"];
const PARTS: &str = include_str!("../../certificates.csv");

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_role_has_a_way_and_what_is_not_of_the_form_is_refused() {
        let suite = Suite::shipped().unwrap();
        for role in ConformanceRole::ALL {
            assert!(!suite.ways(*role).is_empty(), "{role:?}");
        }
        assert_eq!(suite.ways(ConformanceRole::Consumer).len(), 2);
        for line in [
            "lender,a,vectors:package",
            "registry,a,vectors:all",
            "registry,,http:registry",
            "registry,a",
            "registry,a,b:c",
        ] {
            assert!(row(line).is_none(), "{line}");
        }
    }
}
