//! What a run has come to so far, in a file of lines, so that one which was broken off goes on where it stopped.
//!
//! It is of one run: what was found out once is no answer to a question that is asked later.

use std::{
    collections::BTreeMap,
    fs::{File, OpenOptions},
    io::{self, BufRead, BufReader, Read, Write},
    path::Path,
};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use tongzhou::value::Instant;

use super::watch::Seen;
use crate::{
    report::{Check, Verdict},
    written,
};

/// A journal that is written.
#[derive(Debug)]
pub(super) struct Journal {
    file: Option<File>,
    known: BTreeMap<String, Line>,
}

/// What a run is of: another one does not go on from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Head {
    pub(super) suite: String,
    pub(super) standard: String,
    pub(super) target: String,
    pub(super) code: String,
    pub(super) roles: Vec<String>,
    pub(super) only: Vec<String>,
    /// When it was begun.
    #[serde(with = "written")]
    pub(super) began: Instant,
}

/// The last line of a run that came to its end.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct End {
    #[serde(with = "written")]
    ended: Instant,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Line {
    pub(super) check: Check,
    pub(super) seen: Seen,
}

/// Why a journal cannot be used.
#[derive(Debug, Error)]
pub enum JournalError {
    /// It is of another run.
    #[error("it is of another suite, target, member or role, or of other requirements")]
    Another,
    /// It was begun too long ago.
    #[error("it was begun more than a day ago")]
    Old,
    /// The run came to its end.
    #[error("its run came to its end")]
    Ended,
    /// It is no journal.
    #[error("line {0} is none of a journal")]
    Line(usize),
    /// It cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Journal {
    /// None: nothing is kept.
    pub(super) const fn none() -> Self {
        Self { file: None, known: BTreeMap::new() }
    }

    /// The journal in this file, begun where there is none. One that cannot be gone on from stays as it is.
    pub(super) fn at(path: &Path, head: &Head) -> Result<Self, JournalError> {
        let mut known = BTreeMap::new();
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
        let mut begun = false;
        let mut whole = 0_u64;
        let mut reader = BufReader::new(&file);
        let mut text = Vec::new();
        for number in 1.. {
            text.clear();
            let length = (&mut reader).take(LONGEST).read_until(b'\n', &mut text)?;
            if length == 0 {
                break;
            }
            if text.last() != Some(&b'\n') {
                // The last line may have been cut off when the run was: it is written anew.
                if begun && (length as u64) < LONGEST {
                    break;
                }
                return Err(JournalError::Line(number));
            }
            whole += length as u64;
            if begun && serde_json::from_slice::<End>(&text).is_ok() {
                return Err(JournalError::Ended);
            }
            if begun {
                let line: Line = serde_json::from_slice(&text).map_err(|_| JournalError::Line(number))?;
                known.insert(line.check.id.clone(), line);
            } else {
                let own: Head = serde_json::from_slice(&text).map_err(|_| JournalError::Line(number))?;
                if own != (Head { began: own.began, ..head.clone() }) {
                    return Err(JournalError::Another);
                }
                let age = head.began.unix_seconds().saturating_sub(own.began.unix_seconds());
                if age.abs() > LONGEST_RUN {
                    return Err(JournalError::Old);
                }
                begun = true;
            }
        }
        file.set_len(whole)?;
        if !begun {
            writeln!(file, "{}", serde_json::to_string(head).map_err(io::Error::from)?)?;
        }
        Ok(Self { file: Some(file), known })
    }

    /// What is known of a case already. What could not be checked is asked again.
    pub(super) fn known(&self, id: &str) -> Option<&Line> {
        self.known.get(id).filter(|line| line.check.verdict != Verdict::CouldNotCheck)
    }

    pub(super) fn write(&mut self, line: &Line) -> Result<(), JournalError> {
        self.append(line)
    }

    /// Notes that the run came to its end: nothing goes on from here.
    pub(super) fn end(&mut self, ended: Instant) -> Result<(), JournalError> {
        self.append(&End { ended })
    }

    fn append(&mut self, line: &impl Serialize) -> Result<(), JournalError> {
        let Some(file) = &mut self.file else { return Ok(()) };
        let text = serde_json::to_string(line).map_err(io::Error::from)?;
        writeln!(file, "{text}")?;
        file.flush()?;
        Ok(())
    }
}

/// How many bytes a line may have.
const LONGEST: u64 = 1 << 20;
/// For how many seconds a run is gone on with.
const LONGEST_RUN: i64 = 24 * 3600;
