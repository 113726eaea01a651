//! The set as one archive that needs no Rust to be used.

use std::io::{self, Write};

use flate2::{Compression, write::GzEncoder};
use schemars::schema_for;
use serde_json::Value;
use thiserror::Error;
use tongzhou::value::Sha256Digest;

use super::{STANDARD, Set, Vector};

/// Why no archive was written.
#[derive(Debug, Error)]
pub enum ArchiveError {
    /// The file system.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// What is to be written has no form as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// The schema of a vector.
pub fn schema() -> Value {
    schema_for!(Vector).into()
}

/// Writes the set as a gzipped tar archive with one folder: the same bytes each time.
///
/// # Errors
/// Those of `out`.
pub fn write<W: Write>(set: &Set, out: W) -> Result<W, ArchiveError> {
    let mut archive = tar::Builder::new(GzEncoder::new(out, Compression::best()));
    let mut sums = Vec::new();
    for (name, bytes) in files(set)? {
        let sum = Sha256Digest::of(&bytes);
        sums.extend(format!("{sum}  {name}\n").into_bytes());
        append(&mut archive, &name, &bytes)?;
    }
    append(&mut archive, "SHA256SUMS", &sums)?;
    Ok(archive.into_inner()?.finish()?)
}

/// Every file of the archive but the check sums. What is alike lies together, so that it is packed well.
fn files(set: &Set) -> Result<Vec<(String, Vec<u8>)>, ArchiveError> {
    let mut lines = Vec::new();
    for vector in set.vectors() {
        serde_json::to_writer(&mut lines, vector)?;
        lines.push(b'\n');
    }
    let mut schema = serde_json::to_vec_pretty(&schema())?;
    schema.push(b'\n');
    let mut files = vec![
        ("README.md".to_owned(), README.as_bytes().to_vec()),
        ("inputs.py".to_owned(), INPUTS.as_bytes().to_vec()),
        ("vector.schema.json".to_owned(), schema),
        ("vectors.ndjson".to_owned(), lines),
    ];
    files.extend(set.blobs().map(|(name, bytes)| (format!("blobs/{name}"), bytes.to_vec())));
    Ok(files)
}

fn append<W: Write>(archive: &mut tar::Builder<W>, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_size(u64::try_from(bytes.len()).map_err(io::Error::other)?);
    header.set_mode(0o644);
    header.set_mtime(0);
    archive.append_data(&mut header, format!("tongzhou-vectors-{STANDARD}/{name}"), bytes)
}

const README: &str = include_str!("../../vectors/README.md");
const INPUTS: &str = include_str!("../../vectors/inputs.py");
