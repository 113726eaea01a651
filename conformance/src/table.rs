//! The table of requirements as it was shipped (`conformance/requirements.csv`), for programs that have no repository,
//! and how the requirements stand in it.

use std::{collections::BTreeMap, sync::LazyLock};

use tongzhou::code::{Code, lists::ConformanceRole};

use crate::{csv, requirement::Level};

/// A requirement as the table has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its permanent id.
    pub id: String,
    /// The page of `docs/spec` that says it.
    pub page: String,
    /// How binding it is.
    pub level: Level,
    /// Whom it binds.
    pub roles: Vec<ConformanceRole>,
    /// The sentence in English.
    pub en: String,
    /// The sentence in Chinese.
    pub zh: String,
    /// The vectors that show it, shortened as the table has them.
    pub vectors: String,
    /// The HTTP cases that show it, shortened as the table has them.
    pub cases: String,
    /// The attestation by which it is shown where no test can.
    pub attestation: String,
}

/// How requirements stand, of those that were counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// All of them.
    pub requirements: usize,
    /// Those that say MUST or MUST NOT.
    pub musts: usize,
    /// Of these, shown by a vector.
    pub by_vectors: usize,
    /// Of these, shown by an HTTP case.
    pub by_cases: usize,
    /// Of these, shown by a vector or a case: by a test.
    pub by_tests: usize,
    /// Of these, shown by an attestation alone.
    pub by_attestation: usize,
    /// Of these, binding nobody but the publisher of the standard.
    pub of_publisher: usize,
    /// Of these, shown by nothing yet.
    pub open: usize,
}

/// Every requirement, by id.
pub fn rows() -> &'static [Row] {
    static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| read(TABLE));
    &ROWS
}

/// The requirement with this id.
pub fn row(id: &str) -> Option<&'static Row> {
    static BY_ID: LazyLock<BTreeMap<&'static str, &'static Row>> =
        LazyLock::new(|| rows().iter().map(|row| (row.id.as_str(), row)).collect());
    BY_ID.get(id).copied()
}

/// The pages of the text that say these requirements, as paths in the repository.
pub fn pages(ids: &[&str]) -> String {
    let mut pages: Vec<String> =
        ids.iter().filter_map(|id| row(id)).map(|row| format!("docs/spec/{}", row.page)).collect();
    pages.sort();
    pages.dedup();
    pages.join(" ")
}

fn read(text: &str) -> Vec<Row> {
    let mut lines = text.lines().map(csv::fields);
    let head = lines.next().unwrap_or_default();
    let row = |fields: Vec<String>| {
        let of = |name: &str| {
            let at = head.iter().position(|column| column == name);
            at.and_then(|at| fields.get(at)).cloned().unwrap_or_default()
        };
        Some(Row {
            id: of("id"),
            page: of("page"),
            level: Level::of_keyword(&of("level"))?,
            roles: of("roles").split_whitespace().filter_map(ConformanceRole::from_code).collect(),
            en: without_links(&of("en")),
            zh: without_links(&of("zh")),
            vectors: of("vectors"),
            cases: of("cases"),
            attestation: of("attestation"),
        })
    };
    lines.filter_map(row).collect()
}

/// A sentence whose links lead nowhere outside of its page: of each the words alone.
fn without_links(sentence: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(sentence.len()), sentence);
    while let Some((before, words, after)) = link(rest) {
        plain.push_str(before);
        plain.push_str(words);
        rest = after;
    }
    plain + rest
}

/// What stands before the first link of a text, its words, and what stands after it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (before, target) = text.split_once("](")?;
    let (before, words) = before.rsplit_once('[')?;
    let (_, after) = target.split_once(')')?;
    Some((before, words, after))
}

impl Standing {
    /// Of these requirements.
    pub fn of<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Self {
        let mut standing = Self::default();
        for row in rows {
            standing.requirements += 1;
            if !row.level.is_must() {
                continue;
            }
            let tested = !row.vectors.is_empty() || !row.cases.is_empty();
            standing.musts += 1;
            standing.by_vectors += usize::from(!row.vectors.is_empty());
            standing.by_cases += usize::from(!row.cases.is_empty());
            let kind = match (tested, row.attestation.is_empty(), row.roles.is_empty()) {
                (true, ..) => &mut standing.by_tests,
                (false, false, _) => &mut standing.by_attestation,
                (false, true, true) => &mut standing.of_publisher,
                (false, true, false) => &mut standing.open,
            };
            *kind += 1;
        }
        standing
    }
}

const TABLE: &str = include_str!("../requirements.csv");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_must_stands_in_one_place() {
        let text = "id,level,roles,vectors,cases,attestation\n\
            REQ-A-001,MUST,producer,V-1,,\nREQ-A-002,MUST NOT,producer,V-1,C-1,\nREQ-A-003,MUST,registry,,C-1,\n\
            REQ-A-004,MUST,registry,,,ATT-1\nREQ-A-005,MUST,,,,\nREQ-A-006,MUST,registry,,,\nREQ-A-007,SHOULD,registry,,,\n";
        assert_eq!(
            Standing::of(&read(text)),
            Standing {
                requirements: 7,
                musts: 6,
                by_vectors: 2,
                by_cases: 2,
                by_tests: 3,
                by_attestation: 1,
                of_publisher: 1,
                open: 1
            }
        );
    }

    #[test]
    fn a_page_is_named_once() {
        assert_eq!(pages(&["REQ-AEN-004", "REQ-AEN-005", "REQ-NON-001"]), "docs/spec/aid-entry.md");
    }
    #[test]
    fn of_a_link_the_words_stay() {
        let sentence = "as [the package](package.md) and [signatures](signatures.md) say";
        assert_eq!(without_links(sentence), "as the package and signatures say");
        for plain in ["no link", "an [open one](", "a ]( without", "[brackets] (alone)", ""] {
            assert_eq!(without_links(plain), plain);
        }
        assert!(rows().iter().all(|row| !row.en.contains("](") && !row.zh.contains("](")));
    }
}
