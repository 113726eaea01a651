//! What becomes of the entries of a package as they are read.

use std::io::Write;

use crate::{
    package::name::EntryName,
    paper::{Inspector, PaperLimits},
    signing::MAX_JWS_BYTES,
};

/// What becomes of an entry's bytes as they are read.
pub(super) enum Content {
    /// A document, kept until it is read.
    Json(Vec<u8>),
    /// A paper, looked at as it goes by.
    Paper(Box<Inspector>),
    /// Signatures, kept as far as they may be long, and one byte more.
    Signature(Vec<u8>),
    /// An entry that cannot be read.
    Refused,
}

impl Content {
    pub(super) fn of(name: EntryName) -> Self {
        match name {
            EntryName::Document { .. } => Self::Paper(Box::new(Inspector::new(&PaperLimits::default()))),
            EntryName::Signature(_) => Self::Signature(Vec::new()),
            EntryName::Manifest | EntryName::Record(_) | EntryName::Receipt(_) => Self::Json(Vec::new()),
        }
    }
}

impl Write for Content {
    fn write(&mut self, chunk: &[u8]) -> std::io::Result<usize> {
        match self {
            Self::Json(bytes) => bytes.extend_from_slice(chunk),
            Self::Paper(inspector) => inspector.feed(chunk),
            Self::Signature(bytes) => {
                let room = (MAX_JWS_BYTES + 1).saturating_sub(bytes.len());
                bytes.extend_from_slice(chunk.get(..room).unwrap_or(chunk));
            }
            Self::Refused => {}
        }
        Ok(chunk.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
