//! The cases that are shipped.

use std::collections::BTreeSet;

use thiserror::Error;

use super::CaseFile;

/// Why the cases cannot be used: they are not as they were shipped.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CaseFault {
    /// A file is not of its form.
    #[error("conformance/cases/{0} is not of its form: {1}")]
    Form(&'static str, String),
    /// An id stands twice.
    #[error("the id {0} stands twice")]
    Twice(String),
}

/// Every file of cases, in order.
///
/// # Errors
/// Where a file is not of its form, or an id stands twice.
pub fn shipped() -> Result<Vec<CaseFile>, CaseFault> {
    let files = FILES.iter().map(|(name, text)| {
        serde_json::from_str::<CaseFile>(text).map_err(|error| CaseFault::Form(name, error.to_string()))
    });
    let files: Vec<CaseFile> = files.collect::<Result<_, _>>()?;
    let mut ids = BTreeSet::new();
    for case in files.iter().flat_map(|file| &file.cases) {
        if !ids.insert(case.id.as_str()) {
            return Err(CaseFault::Twice(case.id.clone()));
        }
    }
    Ok(files)
}

macro_rules! files {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("../../cases/", $name)))),+] };
}

/// The files of `conformance/cases/`, in the order in which they are run.
const FILES: &[(&str, &str)] = files![
    "node.json",
    "registry-exchange.json",
    "registry-claims.json",
    "registry-sharing.json",
    "evaluator.json",
    "member.json",
];
