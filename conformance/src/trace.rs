//! From each requirement to what shows that it is kept: rules that cite it and tests that name it, and what the suite
//! itself shows of it (`evidence.rs`).

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use tongzhou::{code::Code, rules::Rule};

use crate::{
    csv,
    evidence::Evidence,
    repository::{Repository, TextFile},
    requirement::{self, Fault, Requirement},
    role::Roles,
};

/// A requirement and what covers it.
#[derive(Clone, Debug)]
pub struct Traced {
    /// The requirement.
    pub requirement: Requirement,
    /// The rules that cite it, by code, then the tests that name it, as `path::function`.
    pub covered_by: Vec<String>,
}

/// The whole table.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// Every requirement, by id.
    pub rows: Vec<Traced>,
    /// What the suite itself shows.
    pub evidence: Evidence,
    /// What is wrong with the table; empty in a repository that is in order.
    pub gaps: Vec<Gap>,
}

/// Something that keeps the table from being whole.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Gap {
    /// The text of the standard cannot be read.
    #[error(transparent)]
    Text(#[from] Fault),
    /// Something cites a requirement that no page has.
    #[error("{by} cites {id}, which no page of docs/spec has")]
    Unknown {
        /// The rule or the test.
        by: String,
        /// The id.
        id: String,
    },
    /// Nothing covers a requirement that binds.
    #[error("{page}: {id} is covered by no rule and no test and gives no reason (*Untested:*)")]
    Uncovered {
        /// The page.
        page: String,
        /// The id.
        id: String,
    },
    /// A requirement is said to be untested and is tested.
    #[error("{page}: {id} is covered by {by}; its *Untested:* note is stale")]
    StaleReason {
        /// The page.
        page: String,
        /// The id.
        id: String,
        /// What covers it.
        by: String,
    },
    /// The suite does not show a MUST.
    #[error("{page}: {id} is shown by no vector, no HTTP case and no attestation")]
    Unshown {
        /// The page.
        page: String,
        /// The id.
        id: String,
    },
    /// There is an attestation for what a test shows.
    #[error("{id} is shown by {by}; the attestation {attestation} for it is stale")]
    StaleAttestation {
        /// The attestation.
        attestation: String,
        /// The requirement.
        id: String,
        /// The vector or case.
        by: String,
    },
    /// Two attestations are for one requirement.
    #[error("{id} is attested twice")]
    AttestedTwice {
        /// The id.
        id: String,
    },
    /// A `covers:` comment stands before something that is not a test which runs.
    #[error("{path}:{line}: a covers: comment that no running test follows")]
    NoTest {
        /// The file.
        path: String,
        /// The line, counted from 1.
        line: usize,
    },
}

/// How many requirements there are, and how they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All requirements.
    pub requirements: usize,
    /// Those that bind: MUST, MUST NOT, SHOULD, SHOULD NOT.
    pub binding: usize,
    /// Of these, covered by a rule or a test.
    pub covered: usize,
    /// Of these, not covered, with a reason.
    pub reasoned: usize,
}

impl Trace {
    /// The table of a repository, a set of rules, and what the suite shows to those whom the requirements bind.
    ///
    /// # Errors
    /// Where a file of the repository cannot be read.
    pub fn of(
        repository: &Repository,
        rules: &[&Rule],
        roles: &Roles,
        evidence: Evidence,
    ) -> io::Result<Self> {
        let citations = rules
            .iter()
            .flat_map(|rule| rule.requirements.iter().map(|id| (rule.code.to_owned(), (*id).to_owned())))
            .collect();
        let mut trace = Self::cited(repository, citations)?.with(evidence);
        let all: Vec<&Requirement> = trace.rows.iter().map(|row| &row.requirement).collect();
        let unshown = trace.evidence.gaps(&all, roles);
        trace.gaps.extend(unshown);
        Ok(trace)
    }

    /// The same, with what the suite shows.
    #[must_use]
    pub fn with(self, evidence: Evidence) -> Self {
        Self { evidence, ..self }
    }

    /// The table of a repository whose rules cite so, without what the suite shows: the code of a rule, and the id that it
    /// cites.
    ///
    /// # Errors
    /// Where a file of the repository cannot be read.
    pub fn cited(repository: &Repository, mut citations: Vec<(String, String)>) -> io::Result<Self> {
        let pages = repository.spec_pages()?;
        let (requirements, faults) =
            requirement::read(pages.iter().map(|page| (page.path.as_str(), page.text.as_str())));
        let mut sources = Vec::new();
        for folder in TESTED {
            sources.extend(repository.texts(folder, &[".rs"])?);
        }
        let mut gaps: Vec<Gap> = faults.into_iter().map(Gap::Text).collect();
        for source in &sources {
            citations.extend(tests_in(source, &mut gaps));
        }
        Ok(Self::join(requirements, citations, gaps))
    }

    /// Joins requirements with the citations of them: who cites, and which id.
    fn join(requirements: Vec<Requirement>, citations: Vec<(String, String)>, mut gaps: Vec<Gap>) -> Self {
        let mut covers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (by, id) in citations {
            if requirements.iter().all(|requirement| requirement.id != id) {
                gaps.push(Gap::Unknown { by, id });
            } else {
                covers.entry(id).or_default().push(by);
            }
        }
        let rows: Vec<Traced> = requirements
            .into_iter()
            .map(|requirement| Traced {
                covered_by: covers.remove(&requirement.id).unwrap_or_default(),
                requirement,
            })
            .collect();
        gaps.extend(rows.iter().filter_map(Traced::gap));
        Self { rows, gaps, evidence: Evidence::default() }
    }

    /// How the requirements stand.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { requirements: self.rows.len(), ..Counts::default() };
        for row in self.rows.iter().filter(|row| row.requirement.level.needs_cover()) {
            counts.binding += 1;
            counts.covered += usize::from(!row.covered_by.is_empty());
            counts.reasoned += usize::from(row.covered_by.is_empty() && row.requirement.untested.is_some());
        }
        counts
    }

    /// The requirement with this id.
    pub fn find(&self, id: &str) -> Option<&Requirement> {
        self.rows.iter().map(|row| &row.requirement).find(|requirement| requirement.id == id)
    }

    /// The table as CSV. Of vectors and cases the first three are named, and how many more there are: ten rows would
    /// else be longer than all others together.
    pub fn csv(&self, roles: &Roles) -> String {
        let mut table = csv::line(COLUMNS);
        for Traced { requirement, covered_by } in &self.rows {
            let id = requirement.id.as_str();
            let bound: Vec<&str> = roles.of(id).iter().map(|role| role.code()).collect();
            table += &csv::line([
                id,
                &requirement.page,
                requirement.level.keyword(),
                &bound.join(" "),
                &requirement.en,
                &requirement.zh,
                &covered_by.join(" "),
                &shortened(self.evidence.vectors(id)),
                &shortened(self.evidence.cases(id)),
                self.evidence.attestation(id).map_or("", |attestation| &attestation.id),
                requirement.untested.as_deref().unwrap_or_default(),
            ]);
        }
        table
    }
}

/// The first three of the names, and how many more there are.
fn shortened(names: &[String]) -> String {
    let mut first: Vec<String> = names.iter().take(3).cloned().collect();
    let more = names.len() - first.len();
    first.extend((more > 0).then(|| format!("+{more}")));
    first.join(" ")
}

impl Traced {
    fn gap(&self) -> Option<Gap> {
        let Requirement { id, page, level, untested, .. } = &self.requirement;
        let (id, page) = (id.clone(), page.clone());
        match (self.covered_by.first(), untested) {
            (None, None) if level.needs_cover() => Some(Gap::Uncovered { page, id }),
            (Some(by), Some(_)) => Some(Gap::StaleReason { page, id, by: by.clone() }),
            _ => None,
        }
    }
}

/// The tests of a file that a comment `covers: REQ-…` stands before: their names, and the ids.
fn tests_in(source: &TextFile, gaps: &mut Vec<Gap>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut covered: Option<(usize, Vec<String>)> = None;
    let (mut is_test, mut is_ignored, mut in_properties) = (false, false, false);
    let on_both = tests_on_both(&source.text);
    for (number, line) in source.text.lines().enumerate().map(|(index, line)| (index + 1, line.trim())) {
        if let Some(ids) =
            line.strip_prefix("//").and_then(|c| c.trim_start_matches('/').trim().strip_prefix("covers:"))
        {
            let ids = ids.split(',').map(|id| id.trim().to_owned());
            covered.get_or_insert_with(|| (number, Vec::new())).1.extend(ids);
        } else if line.starts_with("#[") {
            is_test |= line.starts_with("#[test]") || line.starts_with("#[tokio::test");
            is_ignored |= line.starts_with("#[ignore");
        } else if line.starts_with("quickcheck! {") {
            in_properties = true;
        } else if !line.is_empty() && !line.starts_with("//") {
            if let Some((comment, ids)) = covered.take() {
                match function_named_in(line) {
                    Some(name) if (is_test || in_properties || on_both.contains(name)) && !is_ignored => {
                        found.extend(ids.into_iter().map(|id| (format!("{}::{name}", source.path), id)));
                    }
                    _ => gaps.push(Gap::NoTest { path: source.path.clone(), line: comment }),
                }
            }
            (is_test, is_ignored) = (false, false);
        }
    }
    found
}

/// The functions that a file lists in `on_both!`, which makes of each a test on SQLite and one on PostgreSQL.
fn tests_on_both(text: &str) -> BTreeSet<&str> {
    let Some((_, list)) = text.split_once("\non_both!") else { return BTreeSet::new() };
    let list = list.split([']', '}', ')']).next().unwrap_or_default();
    list.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|name| !name.is_empty()).collect()
}

/// The name of the function that a line begins.
fn function_named_in(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("fn ")?;
    rest.split(['(', '<']).next()
}

/// The folders whose tests may cover requirements.
const TESTED: &[&str] = &["schema", "sdk", "conformance", "cli"];
const COLUMNS: [&str; 11] =
    ["id", "page", "level", "roles", "en", "zh", "covered_by", "vectors", "cases", "attestation", "reason"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requirement::Level;

    fn requirement(id: &str, level: Level, untested: Option<&str>) -> Requirement {
        let (en, zh) = (String::from("a, b"), String::from("甲"));
        let untested = untested.map(str::to_owned);
        Requirement { id: id.to_owned(), page: "page.md".to_owned(), line: 1, level, en, zh, untested }
    }

    fn gaps(requirements: Vec<Requirement>, citations: &[(&str, &str)]) -> Vec<String> {
        let citations = citations.iter().map(|(by, id)| ((*by).to_owned(), (*id).to_owned())).collect();
        Trace::join(requirements, citations, vec![]).gaps.iter().map(Gap::to_string).collect()
    }

    #[test]
    fn a_binding_requirement_needs_a_rule_a_test_or_a_reason() {
        let bare = || vec![requirement("REQ-RCP-001", Level::Should, None)];
        assert_eq!(gaps(bare(), &[]).len(), 1);
        assert_eq!(gaps(bare(), &[("TZ-RCP-001", "REQ-RCP-001")]), [""; 0]);
        assert_eq!(gaps(vec![requirement("REQ-RCP-001", Level::May, None)], &[]), [""; 0]);
        let reasoned = || vec![requirement("REQ-RCP-001", Level::Must, Some("why"))];
        assert_eq!(gaps(reasoned(), &[]), [""; 0]);
        assert!(gaps(reasoned(), &[("TZ-RCP-001", "REQ-RCP-001")])[0].ends_with("stale"));
    }

    #[test]
    fn an_unknown_requirement_is_not_cited() {
        assert_eq!(
            gaps(vec![], &[("TZ-RCP-001", "REQ-RCP-009")]),
            ["TZ-RCP-001 cites REQ-RCP-009, which no page of docs/spec has"]
        );
    }

    #[test]
    fn a_comment_names_the_test_below_it() {
        let comment = ["//", "covers:", "REQ-PKG-001,", "REQ-PKG-002"].join(" ");
        let of = |above: &str, below: &str| {
            let text = format!("{above}\n    {comment}\n{below}\n");
            let mut gaps = Vec::new();
            let found = tests_in(&TextFile { path: "a.rs".to_owned(), text }, &mut gaps);
            (found.len(), found.first().map(|(by, _)| by.clone()), gaps.len())
        };
        let named = || Some("a.rs::it_holds".to_owned());
        assert_eq!(of("#[test]", "fn it_holds() {"), (2, named(), 0));
        assert_eq!(of("", "#[test]\nfn it_holds() {"), (2, named(), 0));
        assert_eq!(
            of("", "#[tokio::test(flavor = \"multi_thread\")]\nasync fn it_holds() {"),
            (2, named(), 0)
        );
        assert_eq!(
            of("\non_both! {\n    it_holds,\n}\n", "async fn it_holds(world: &World) {"),
            (2, named(), 0)
        );
        assert_eq!(of("\non_both![it];\n", "async fn it_holds(world: &World) {"), (0, None, 1));
        assert_eq!(of("quickcheck! {", "fn it_holds(x: u8) -> bool {"), (2, named(), 0));
        assert_eq!(of("", "fn it_holds() {"), (0, None, 1));
        assert_eq!(of("", "#[test]\n#[ignore = \"no\"]\nfn it_holds() {"), (0, None, 1));
    }

    #[test]
    fn a_field_with_a_comma_is_quoted() {
        let trace = Trace::join(vec![requirement("REQ-RCP-001", Level::May, None)], vec![], vec![]);
        assert_eq!(
            trace.csv(&Roles::shipped().unwrap()),
            "id,page,level,roles,en,zh,covered_by,vectors,cases,attestation,reason\n\
             REQ-RCP-001,page.md,MAY,producer consumer,\"a, b\",甲,,,,,\n"
        );
    }

    #[test]
    fn a_long_list_is_named_by_its_first_three() {
        let names = |count: usize| (1..=count).map(|number| format!("V-{number}")).collect::<Vec<_>>();
        assert_eq!(shortened(&names(0)), "");
        assert_eq!(shortened(&names(3)), "V-1 V-2 V-3");
        assert_eq!(shortened(&names(57)), "V-1 V-2 V-3 +54");
    }
}
