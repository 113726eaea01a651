//! What a set of checks runs over: the documents that were read, and what is known of the papers.

use crate::{
    code::lists::DocumentType,
    model::{application::Application, manifest::Manifest},
    package::name::EntryName,
    paper::Inspection,
    value::Date,
};

use super::kind::{Document, Documents};

/// One package, or one document alone, as far as it could be read.
#[derive(Debug)]
pub struct Case<'a> {
    /// The day on which the check is made (China, UTC+8).
    pub as_of: Date,
    /// Whether it is a package that could be opened, however little it holds; else one document checked alone.
    pub is_package: bool,
    /// The documents that have their shape.
    pub documents: Documents<'a>,
    /// Every entry of the package; none for a document checked alone.
    pub entries: Vec<Entry>,
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
        Self { as_of, is_package: false, documents: Documents::default(), entries: Vec::new() }
    }

    /// The application of the case, if it was read; a package has one.
    pub fn application(&self) -> Option<&Document<Application<'a>>> {
        self.documents.applications.first()
    }

    /// The manifest of the package, if it was read.
    pub fn manifest(&self) -> Option<&Document<Manifest<'a>>> {
        self.documents.manifests.first()
    }

    /// The type of the document from which a package is read: its application, else what its manifest names.
    pub fn root_type(&self) -> Option<DocumentType> {
        if self.application().is_some() {
            return Some(DocumentType::Application);
        }
        let root = self.manifest()?.value.root.as_str().parse().ok()?;
        let root = self.entry_named(&root)?;
        self.documents.all().find(|document| document.entry == Some(root)).map(|root| root.document_type)
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
