//! What a released version asks of implementations, frozen with it: the ids and levels of its requirements, and the ids
//! and digests of its vectors and HTTP cases.
//!
//! The list lies beside the schemas of the version ([`FILE`]), under the same check sums. What it names never changes;
//! what was added since is asked and reported, and does not count until the next version.

mod lists;

use std::collections::BTreeMap;

use tongzhou::value::{Sha256Digest, StandardVersion};

use crate::{
    case::Case,
    csv,
    requirement::{Level, Requirement},
    vector::{VERSION, Vector},
};

/// The list's name in the folder of its version.
pub const FILE: &str = "conformance.csv";

/// What the suite asks today, of all versions.
#[derive(Clone, Debug, Default)]
pub struct Suite {
    /// Every check.
    pub checks: Vec<SuiteCheck>,
}

/// A vector or an HTTP case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuiteCheck {
    /// Which of the two.
    pub kind: CheckKind,
    /// Its permanent id.
    pub id: String,
    /// The version of the standard from which it is asked.
    pub since: StandardVersion,
    /// The SHA-256 of what is asked and of what is right, in lower-case hexadecimal.
    pub digest: String,
}

/// What a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckKind {
    /// A vector.
    Vector,
    /// An HTTP case.
    Case,
}

/// What was frozen with a version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrozenList {
    requirements: BTreeMap<String, Level>,
    checks: BTreeMap<String, (CheckKind, String)>,
}

/// What is otherwise than it was frozen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FrozenChange {
    /// A requirement is gone, or binds more or less than it did.
    Requirement(String),
    /// A check is gone.
    Gone(String),
    /// A check asks something else, or wants another answer.
    Altered(String),
}

/// Whether a check counts: the version that is tested asks it, and where that is released, it was frozen with it.
pub fn counts(frozen: Option<&FrozenList>, id: &str, since: StandardVersion) -> bool {
    since <= VERSION && frozen.is_none_or(|frozen| frozen.holds(id))
}

impl SuiteCheck {
    /// Of a vector. Its words, and what it is said to show, may be bettered; what is asked and what is right may not.
    pub fn of_vector(vector: &Vector) -> Option<Self> {
        let asked = (vector.operation, vector.area, &vector.input, &vector.expected);
        Some(Self {
            kind: CheckKind::Vector,
            id: vector.id.clone(),
            since: vector.since,
            digest: Sha256Digest::of(&serde_json::to_vec(&asked).ok()?).to_string(),
        })
    }

    /// Of a case, likewise.
    pub fn of_case(case: &Case) -> Option<Self> {
        let asked = (&case.ids, &case.consents, &case.steps);
        Some(Self {
            kind: CheckKind::Case,
            id: case.id.clone(),
            since: case.since,
            digest: Sha256Digest::of(&serde_json::to_vec(&asked).ok()?).to_string(),
        })
    }
}

impl Suite {
    /// Of these vectors and these cases.
    pub fn of<'c>(vectors: &[Vector], cases: impl IntoIterator<Item = &'c Case>) -> Self {
        let cases = cases.into_iter().filter_map(SuiteCheck::of_case);
        Self { checks: vectors.iter().filter_map(SuiteCheck::of_vector).chain(cases).collect() }
    }

    /// What a version of these requirements freezes.
    pub fn frozen(&self, requirements: &[Requirement], version: StandardVersion) -> FrozenList {
        let checks = self.checks.iter().filter(|check| check.since <= version);
        FrozenList {
            requirements: requirements.iter().map(|one| (one.id.clone(), one.level)).collect(),
            checks: checks.map(|check| (check.id.clone(), (check.kind, check.digest.clone()))).collect(),
        }
    }
}

impl CheckKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Vector => "vector",
            Self::Case => "case",
        }
    }
}

impl FrozenList {
    /// The list of a released version that this program was built with.
    pub fn of_version(version: &str) -> Option<Self> {
        lists::LISTS.iter().find(|(released, _)| *released == version).and_then(|(_, text)| Self::read(text))
    }

    /// Reads what [`text`](Self::text) has written; nothing where it is of another form.
    pub fn read(text: &str) -> Option<Self> {
        let mut list = Self::default();
        let mut lines = text.lines();
        (lines.next()? == HEAD).then_some(())?;
        for line in lines {
            let fields = csv::fields(line);
            let [kind, id, value] = fields.as_slice() else { return None };
            if kind == REQUIREMENT {
                list.requirements.insert(id.clone(), Level::of_keyword(value)?);
            } else {
                let kind = [CheckKind::Vector, CheckKind::Case].into_iter().find(|one| one.name() == kind)?;
                list.checks.insert(id.clone(), (kind, value.clone()));
            }
        }
        Some(list)
    }

    /// The list as it is kept.
    pub fn text(&self) -> String {
        let requirements = self.requirements.iter().map(|(id, level)| (REQUIREMENT, id, level.keyword()));
        let checks = self.checks.iter().map(|(id, (kind, digest))| (kind.name(), id, digest.as_str()));
        let lines = requirements.chain(checks).map(|(kind, id, value)| csv::line([kind, id, value]));
        std::iter::once(format!("{HEAD}\n")).chain(lines).collect()
    }

    /// How many requirements there are, and how many checks.
    pub fn counts(&self) -> (usize, usize) {
        (self.requirements.len(), self.checks.len())
    }

    /// Whether a check was frozen.
    pub fn holds(&self, id: &str) -> bool {
        self.checks.contains_key(id)
    }

    /// What is otherwise today. What was added is no change.
    pub fn changes(&self, now: &Self) -> Vec<FrozenChange> {
        let requirements = self
            .requirements
            .iter()
            .filter(|(id, level)| now.requirements.get(*id) != Some(level))
            .map(|(id, _)| FrozenChange::Requirement(id.clone()));
        let checks = self.checks.iter().filter_map(|(id, frozen)| match now.checks.get(id) {
            None => Some(FrozenChange::Gone(id.clone())),
            Some(found) => (found != frozen).then(|| FrozenChange::Altered(id.clone())),
        });
        requirements.chain(checks).collect()
    }
}

const HEAD: &str = "kind,id,value";
const REQUIREMENT: &str = "requirement";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written_and_nothing_else_is() {
        let text = "kind,id,value\nrequirement,REQ-A-001,MUST NOT\ncase,c-1,00ff\nvector,v-1,ff00\n";
        let list = FrozenList::read(text).unwrap();
        assert_eq!((list.text().as_str(), list.counts()), (text, (1, 2)));
        for other in ["", "id\n", "kind,id,value\nrule,a,b\n", "kind,id,value\nrequirement,REQ-A-001,WILL\n"]
        {
            assert_eq!(FrozenList::read(other), None, "{other}");
        }
    }
}
