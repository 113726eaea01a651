//! What a set of checks runs over: the documents that were read, and what is known of the papers.

use crate::{
    model::{application::Application, consent::Consent, manifest::Manifest, receipt::Receipt},
    package::name::EntryName,
    paper::Inspection,
    value::Date,
};

/// One package, or one document alone, as far as it could be read.
#[derive(Debug)]
pub struct Case<'a> {
    /// The day on which the check is made (China, UTC+8).
    pub as_of: Date,
    /// Whether it is a package that could be opened, however little it holds; else one document checked alone.
    pub is_package: bool,
    /// The manifest, in a package whose manifest has its shape.
    pub manifest: Option<Document<Manifest<'a>>>,
    /// The applications; a package has one.
    pub applications: Vec<Document<Application<'a>>>,
    /// The receipts.
    pub receipts: Vec<Document<Receipt<'a>>>,
    /// The consents.
    pub consents: Vec<Document<Consent<'a>>>,
    /// Every entry of the package; none for a document checked alone.
    pub entries: Vec<Entry>,
}

/// A document that has its shape.
#[derive(Debug)]
pub struct Document<T> {
    /// Its number in [`Case::entries`]; absent for a document checked alone.
    pub entry: Option<usize>,
    /// The document.
    pub value: T,
}

/// An entry of a package as it was found, whatever the manifest says of it.
#[derive(Debug)]
pub struct Entry {
    /// Its name.
    pub name: EntryName,
    /// Its size, inflated, in bytes.
    pub size: u64,
    /// The SHA-256 of its inflated bytes.
    pub sha256: [u8; 32],
    /// What a paper really is; absent for JSON.
    pub paper: Option<Inspection>,
    /// Whether a JSON entry was readable and had its shape; a paper always counts as structured.
    pub structured: bool,
}

impl<'a> Case<'a> {
    /// A case with nothing in it.
    pub fn new(as_of: Date) -> Self {
        Self {
            as_of,
            is_package: false,
            manifest: None,
            applications: Vec::new(),
            receipts: Vec::new(),
            consents: Vec::new(),
            entries: Vec::new(),
        }
    }

    /// The application of the case, if it was read.
    pub fn application(&self) -> Option<&Document<Application<'a>>> {
        self.applications.first()
    }

    /// Whether every entry could be read to its end, and every document has its shape: only then is what nothing
    /// holds really missing.
    pub fn is_whole(&self) -> bool {
        self.entries.iter().all(|entry| entry.structured && entry.sha256 != [0; 32])
    }

    /// The number of the entry of this name.
    pub fn entry_named(&self, name: &EntryName) -> Option<usize> {
        self.entries.iter().position(|entry| entry.name == *name)
    }
}
