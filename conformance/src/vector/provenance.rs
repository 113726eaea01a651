//! Where an expected answer comes from: one of four kinds, and never this project's own engine.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where an expected answer comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Provenance {
    /// In which way somebody came to it.
    pub kind: ProvenanceKind,
    /// From what: the pages of the text, the publication, or the program, as paths in the repository of the standard
    /// where they are in it.
    pub from: String,
    /// The file of the repository that it stands in.
    pub file: String,
}

/// In which way somebody came to an expected answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProvenanceKind {
    /// Written by hand from the text.
    ByHand,
    /// Published by others.
    Published,
    /// Computed by a program of the repository that uses none of the library.
    Computed,
    /// The input was made to come to it, by a program that knows the answer before the input.
    MadeSo,
}

impl Provenance {
    pub(super) fn new(kind: ProvenanceKind, from: impl Into<String>, file: impl Into<String>) -> Self {
        Self { kind, from: from.into(), file: file.into() }
    }
}
