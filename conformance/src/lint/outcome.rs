//! What came of it: what was found, and how much was looked at.

use std::collections::BTreeMap;

use serde::Serialize;
use tongzhou::text::{Bilingual, Lang};

use super::Check;

/// A contradiction between files, or within one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// The file, from the root of the checkout.
    pub file: String,
    /// The line, counted from 1, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The name of the check.
    pub check: &'static str,
    /// What is wrong, in Chinese.
    #[serde(rename = "zh-CN")]
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
}

/// How much one check looked at.
#[derive(Clone, Debug, Serialize)]
pub struct Looked {
    /// The name of the check.
    pub check: &'static str,
    /// How many.
    pub count: usize,
    /// Of what.
    #[serde(skip)]
    pub of: Bilingual,
}

/// What came of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Outcome {
    /// What was found, by file.
    pub findings: Vec<Finding>,
    /// How much was looked at, in the order of the checks.
    pub looked: Vec<Looked>,
}

/// What a check notes down.
pub(super) struct Notes {
    check: &'static str,
    findings: Vec<Finding>,
    seen: usize,
}

impl Finding {
    /// What is wrong.
    pub fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhCn => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl Outcome {
    /// The checks that had nothing to look at, of which no silence is a pass.
    pub fn idle(&self) -> impl Iterator<Item = &Looked> {
        self.looked.iter().filter(|looked| looked.count == 0)
    }

    /// How much was looked at, altogether.
    pub fn counted(&self) -> usize {
        self.looked.iter().map(|looked| looked.count).sum()
    }

    pub(super) fn take(&mut self, check: &Check, notes: Notes) {
        self.looked.push(Looked { check: check.name, count: notes.seen, of: check.of });
        self.findings.extend(notes.findings);
        self.findings.sort();
    }
}

impl Notes {
    pub(super) fn of(check: &'static str) -> Self {
        Self { check, findings: Vec::new(), seen: 0 }
    }

    /// Something more was looked at.
    pub(super) fn saw(&mut self, count: usize) {
        self.seen += count;
    }

    /// Something is wrong there; the same thing on the same line is told once.
    pub(super) fn find(&mut self, file: &str, line: impl Into<Option<usize>>, zh: String, en: String) {
        let finding = Finding { file: file.to_owned(), line: line.into(), check: self.check, zh, en };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}

impl Notes {
    /// What was found.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// How often each name stands in a list, for those that stand more than once.
pub(super) fn repeated<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<&'n str, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    counts
}
