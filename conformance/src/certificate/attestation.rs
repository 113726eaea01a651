//! Attestations: what the suite asks for where a test from outside can show nothing, and what a member brings.

use std::collections::{BTreeSet, HashSet};

use thiserror::Error;
use tongzhou::{text::Lang, value::Date};

use super::Attestation;
use crate::{
    attestation::{self, AttestationFault as SuiteFault},
    listed::{self, Row, TableFault},
    sentences,
};

/// The requirements for which the suite asks an attestation.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    ids: BTreeSet<String>,
}

/// What a member brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attestations {
    pub(super) rows: Vec<(usize, Attestation)>,
}

/// Why a file of attestations cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AttestationFault {
    /// It is not of its form.
    #[error(transparent)]
    Table(#[from] TableFault),
    /// The day of this line is none, or is still to come.
    #[error("line or entry {0}: the day is none, or is still to come")]
    Day(usize),
    /// The standard has no requirement of the id in this line, or the line says it again.
    #[error("line or entry {0}: there is no such requirement, or it stands twice")]
    Requirement(usize),
}

impl Asked {
    /// What this version of the suite asks for.
    ///
    /// # Errors
    /// Where the list is not as it was shipped.
    pub fn shipped() -> Result<Self, SuiteFault> {
        let asked = attestation::shipped()?;
        Ok(Self::of(asked.into_iter().flat_map(|one| one.requirements)))
    }

    /// For these requirements.
    pub fn of(ids: impl IntoIterator<Item = String>) -> Self {
        Self { ids: ids.into_iter().collect() }
    }

    /// Their ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }
}

impl Attestations {
    /// Reads a file, CSV or JSON, on this day.
    ///
    /// # Errors
    /// The first fault.
    pub fn read(bytes: &[u8], today: Date) -> Result<Self, AttestationFault> {
        let mut seen = HashSet::new();
        let mut rows = Vec::new();
        for Row { at, values: [requirement, by, on, evidence] } in listed::read(bytes, COLUMNS)? {
            let on = listed::day(&on).ok_or(AttestationFault::Day(at))?;
            if on > today {
                return Err(AttestationFault::Day(at));
            }
            if sentences::is_must(&requirement).is_none() || !seen.insert(requirement.clone()) {
                return Err(AttestationFault::Requirement(at));
            }
            rows.push((at, Attestation { requirement, by, on, evidence }));
        }
        Ok(Self { rows })
    }
}

impl AttestationFault {
    /// What is wrong and what to do.
    pub fn told(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Table(fault), lang) => fault.told(&COLUMNS, lang),
            (Self::Day(at), Lang::ZhCn) => format!("第 {at} 行（项）的日期要写成 YYYY-MM-DD，且不晚于今天"),
            (Self::Day(at), Lang::En) => {
                format!("line or entry {at}: write the day as YYYY-MM-DD, and none that is still to come")
            }
            (Self::Requirement(at), Lang::ZhCn) => {
                format!("第 {at} 行（项）的要求编号不存在，或前面已经写过")
            }
            (Self::Requirement(at), Lang::En) => {
                format!("line or entry {at}: there is no requirement of this id, or it stands before")
            }
        }
    }
}

const COLUMNS: [&str; 4] = ["requirement", "by", "on", "evidence"];
