//! Whom a requirement binds: the conformance roles, by the ids of requirements.
//!
//! `conformance/roles.csv` names ranges of ids. What it does not name is about documents and packages, which bind whoever
//! makes them and whoever takes them.

use thiserror::Error;
use tongzhou::code::{Code, lists::ConformanceRole};

use crate::csv;

/// Whom requirements bind.
#[derive(Clone, Debug)]
pub struct Roles {
    ranges: Vec<Range>,
}

#[derive(Clone, Debug)]
struct Range {
    from: String,
    to: String,
    roles: Vec<ConformanceRole>,
}

/// A line of the file that is not of its form.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("conformance/roles.csv, line {0}: wants two ids of one area in order, and roles of the codelist")]
pub struct RolesFault(pub usize);

impl Roles {
    /// Those of `conformance/roles.csv`.
    ///
    /// # Errors
    /// The first line that is not of its form.
    pub fn shipped() -> Result<Self, RolesFault> {
        Self::read(include_str!("../roles.csv"))
    }

    /// Those of a text of this form.
    ///
    /// # Errors
    /// The first line that is not of it.
    pub fn read(text: &str) -> Result<Self, RolesFault> {
        let lines = (2..).zip(text.lines().skip(1));
        let ranges = lines.map(|(number, line)| range(line).ok_or(RolesFault(number)));
        Ok(Self { ranges: ranges.collect::<Result<_, _>>()? })
    }

    /// Whom this requirement binds; nobody but the publisher of the standard where it names none.
    pub fn of(&self, id: &str) -> &[ConformanceRole] {
        let range = self.ranges.iter().find(|range| range.from.as_str() <= id && id <= range.to.as_str());
        range.map_or(&[ConformanceRole::Producer, ConformanceRole::Consumer], |range| &range.roles)
    }

    /// The ids at which ranges begin and end.
    pub fn ends(&self) -> impl Iterator<Item = &str> {
        self.ranges.iter().flat_map(|range| [range.from.as_str(), range.to.as_str()])
    }
}

fn range(line: &str) -> Option<Range> {
    let fields = csv::fields(line);
    let [from, to, roles] = fields.as_slice() else { return None };
    let area = |id: &str| id.rsplit_once('-').map(|(area, _)| area.to_owned());
    let roles = roles.split_whitespace().map(ConformanceRole::from_code).collect::<Option<_>>()?;
    let in_order = from <= to && area(from).is_some() && area(from) == area(to);
    in_order.then(|| Range { from: from.clone(), to: to.clone(), roles })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_requirement_has_the_roles_of_its_range_or_those_of_documents() {
        let roles =
            Roles::read("from,to,roles\nREQ-CLM-001,REQ-CLM-005,reporter\nREQ-VAL-012,REQ-VAL-012,\n")
                .unwrap();
        assert_eq!(roles.of("REQ-CLM-003"), [ConformanceRole::Reporter]);
        assert_eq!(roles.of("REQ-CLM-006"), [ConformanceRole::Producer, ConformanceRole::Consumer]);
        assert_eq!(roles.of("REQ-VAL-012"), []);
    }

    #[test]
    fn a_line_that_is_not_of_its_form_is_named() {
        for line in [
            "REQ-CLM-005,REQ-CLM-001,reporter",
            "REQ-CLM-001,REQ-EXC-001,reporter",
            "REQ-CLM-001,REQ-CLM-002,lender",
            "REQ-CLM-001,reporter",
            "REQ-CLM-001,REQ-CLM-002,reporter,more",
        ] {
            assert_eq!(
                Roles::read(&format!("from,to,roles\n{line}\n")).unwrap_err(),
                RolesFault(2),
                "{line}"
            );
        }
    }
}
