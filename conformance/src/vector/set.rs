//! The whole set: every vector, and the bytes that they name.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;
use tongzhou::{
    package::{limits::Limits, name::EntryName, writer::PackageWriter},
    value::Sha256Digest,
};

use super::{Content, STANDARD, Vector, check, published};
use crate::{
    fixture::example::ExampleError,
    frozen::{self, FrozenList},
};

/// The set of vectors of this version of the standard.
#[derive(Clone, Debug)]
pub struct Set {
    vectors: Vec<Vector>,
    blobs: Blobs,
    frozen: Option<FrozenList>,
}

/// Why the set cannot be made or used: it is not as it was shipped.
#[derive(Debug, Error)]
pub enum VectorError {
    /// An example of a rule cannot be made.
    #[error(transparent)]
    Example(#[from] ExampleError),
    /// A file of vectors is not of its form.
    #[error("{0} is not of its form")]
    Form(&'static str),
    /// A rule does not say from which version of the standard it is.
    #[error("{0} is of no version of the standard")]
    Since(&'static str),
    /// An id stands twice.
    #[error("the id {0} stands twice")]
    Twice(String),
    /// A vector names bytes that are not there.
    #[error("there are no bytes of the digest {0}")]
    NoBlob(String),
    /// A package of a vector cannot be packed.
    #[error("a package cannot be packed: {0}")]
    Pack(String),
}

/// Bytes by their SHA-256, in lower-case hexadecimal.
pub type Blob<'s> = (&'s str, &'s [u8]);

/// Bytes by their digest, and the digests in the order in which they were first named.
#[derive(Clone, Debug, Default)]
pub(super) struct Blobs {
    bytes: BTreeMap<String, Vec<u8>>,
    order: Vec<String>,
}

impl Blobs {
    /// Keeps the bytes; their name.
    pub(super) fn add(&mut self, bytes: Vec<u8>) -> String {
        let name = Sha256Digest::of(&bytes).to_string();
        if self.bytes.insert(name.clone(), bytes).is_none() {
            self.order.push(name.clone());
        }
        name
    }
}

impl Set {
    /// The set, made of what is shipped.
    ///
    /// # Errors
    /// Where something that was shipped is not as it was.
    pub fn shipped() -> Result<Self, VectorError> {
        let mut blobs = Blobs::default();
        let mut vectors = check::vectors(&mut blobs)?;
        vectors.extend(published::vectors()?);
        let mut ids = BTreeSet::new();
        for vector in &vectors {
            if !ids.insert(vector.id.as_str()) {
                return Err(VectorError::Twice(vector.id.clone()));
            }
        }
        Ok(Self { vectors, blobs, frozen: FrozenList::of_version(STANDARD) })
    }

    /// The set, as if these were the checks that were frozen with the version.
    #[must_use]
    pub fn frozen_as(self, frozen: FrozenList) -> Self {
        Self { frozen: Some(frozen), ..self }
    }

    /// Whether a vector counts.
    pub fn scored(&self, vector: &Vector) -> bool {
        frozen::counts(self.frozen(), &vector.id, vector.since)
    }

    /// What was frozen with the version, where it is released.
    pub fn frozen(&self) -> Option<&FrozenList> {
        self.frozen.as_ref()
    }

    /// Every vector, in the order of the set.
    pub fn vectors(&self) -> &[Vector] {
        &self.vectors
    }

    /// Everything that vectors name, in the order in which they do.
    pub fn blobs(&self) -> impl Iterator<Item = Blob<'_>> {
        let Blobs { bytes, order } = &self.blobs;
        order.iter().filter_map(|name| Some((name.as_str(), bytes.get(name)?.as_slice())))
    }

    /// The bytes of a digest.
    ///
    /// # Errors
    /// [`VectorError::NoBlob`].
    pub fn blob(&self, sha256: &str) -> Result<&[u8], VectorError> {
        self.blobs.bytes.get(sha256).map(Vec::as_slice).ok_or_else(|| VectorError::NoBlob(sha256.to_owned()))
    }

    /// What is to be checked, as bytes.
    ///
    /// # Errors
    /// [`VectorError::NoBlob`], [`VectorError::Pack`].
    pub fn bytes(&self, content: &Content) -> Result<Vec<u8>, VectorError> {
        match content {
            Content::Document { sha256 } | Content::Package { sha256 } => Ok(self.blob(sha256)?.to_vec()),
            Content::Entries { entries } => {
                let because = |error: &dyn std::fmt::Display| VectorError::Pack(error.to_string());
                let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
                for entry in entries {
                    let name: EntryName = entry.name.parse().map_err(|error| because(&error))?;
                    writer.add_bytes(name, self.blob(&entry.sha256)?).map_err(|error| because(&error))?;
                }
                writer.finish().map_err(|error| because(&error))
            }
        }
    }
}
