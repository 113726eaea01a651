//! What a set of checks runs over: the documents that were read, and what is known of papers and signatures.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use crate::{
    code::lists::{DocumentType, UncountedReason},
    delivery::Standing,
    expense::{self, Ledger},
    model::{application::Application, manifest::Manifest},
    package::name::{EntryId, EntryName},
    paper::Inspection,
    signing::{Jws, JwsFault},
    value::{Date, OrganisationCode},
};

use super::{
    kind::{Document, Documents},
    manifest::folder,
};

/// One package, or one document alone, as far as it could be read.
#[derive(Debug)]
pub(crate) struct Case<'a> {
    /// The day on which the check is made (China, UTC+8).
    pub(crate) as_of: Date,
    /// Whether it is a package that could be opened, however little it holds; else one document checked alone.
    pub(crate) is_package: bool,
    /// The documents that have their shape.
    pub(crate) documents: Documents<'a>,
    /// Every entry of the package; none for a document checked alone.
    pub(crate) entries: Vec<Entry>,
    /// How the package came.
    pub(crate) delivery: Delivery,
    /// Where what is named by an id is found; made when the first rule asks, for a package may name very much.
    index: OnceLock<Index>,
    /// What the receipts come to; worked out when the first rule asks.
    expenses: OnceLock<Expenses>,
}

/// What the receipts come to, and which expense each is of.
#[derive(Debug)]
struct Expenses {
    ledger: Ledger,
    /// The place of the expense in the ledger, by receipt id. A bill that stands twice is there by both ids.
    of: BTreeMap<String, usize>,
}

/// Documents and papers by their ids.
#[derive(Debug)]
struct Index {
    /// The place of each document among those of its type; of two with one id, the first.
    documents: BTreeMap<(DocumentType, String), usize>,
    papers: BTreeSet<EntryId>,
    /// The aid records in whose place later ones have come.
    replaced: BTreeSet<String>,
    /// The economic verifications on which a decision rests.
    verifications_used: BTreeSet<String>,
    /// Whether whatever the documents name must be there.
    complete: bool,
}

/// What was found out about the seal and the signatures of a package.
#[derive(Debug, Default)]
pub(crate) struct Delivery {
    /// Whether it was sealed.
    pub(crate) sealed: bool,
    /// The organisation whose key was given to open it, by the directory.
    pub(crate) opener: Option<OrganisationCode>,
    /// Its files of signatures.
    pub(crate) signatures: Vec<SignatureFile>,
}

/// A file of signatures.
#[derive(Debug)]
pub(crate) struct SignatureFile {
    /// Its number in [`Case::entries`].
    pub(crate) entry: usize,
    /// The signatures, or why they cannot be read.
    pub(crate) read: Result<Jws, JwsFault>,
    /// What each is worth; absent where there was no directory, or no manifest, to judge by.
    pub(crate) standings: Option<Vec<Standing>>,
}

impl SignatureFile {
    /// A file that was read, and not judged.
    pub(crate) fn unjudged(entry: usize, read: Result<Jws, JwsFault>) -> Self {
        Self { entry, read, standings: None }
    }
}

/// An entry of a package as it was found, whatever the manifest says of it.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its name.
    pub(crate) name: EntryName,
    /// Its size, inflated, in bytes.
    pub(crate) size: u64,
    /// The SHA-256 of its inflated bytes.
    pub sha256: [u8; 32],
    /// What a paper really is; absent for JSON.
    pub(crate) paper: Option<Inspection>,
    /// Whether a JSON entry was readable and had its shape; a paper always counts as structured.
    pub(crate) structured: bool,
}

impl<'a> Case<'a> {
    /// A case with nothing in it.
    pub(crate) fn new(as_of: Date) -> Self {
        Self {
            as_of,
            is_package: false,
            documents: Documents::default(),
            entries: Vec::new(),
            delivery: Delivery::default(),
            index: OnceLock::new(),
            expenses: OnceLock::new(),
        }
    }

    /// The application of the case, if it was read; a package has one.
    pub(crate) fn application(&self) -> Option<&Document<Application<'a>>> {
        self.documents.applications.first()
    }

    /// The manifest of the package, if it was read.
    pub(crate) fn manifest(&self) -> Option<&Document<Manifest<'a>>> {
        self.documents.manifests.first()
    }

    /// The type of the document from which a package is read: its application, else what its manifest names.
    pub(crate) fn root_type(&self) -> Option<DocumentType> {
        if self.application().is_some() {
            return Some(DocumentType::Application);
        }
        let root = self.manifest()?.value.root.as_str().parse().ok()?;
        let root = self.entry_named(&root)?;
        self.documents.all().find(|document| document.entry == Some(root)).map(|root| root.document_type)
    }

    /// Whether every entry could be read to its end, and every document has its shape: only then is what nothing
    /// holds really missing.
    pub(crate) fn is_whole(&self) -> bool {
        self.entries.iter().all(|entry| entry.structured && entry.sha256 != [0; 32])
    }

    /// The number of the entry of this name.
    pub(crate) fn entry_named(&self, name: &EntryName) -> Option<usize> {
        self.entries.iter().position(|entry| entry.name == *name)
    }

    /// The place, among the documents of its type, of the one with this id.
    pub(super) fn place_of(&self, document_type: DocumentType, id: &str) -> Option<usize> {
        self.index().documents.get(&(document_type, id.to_owned())).copied()
    }

    /// Whether the package has the paper of this id.
    pub(super) fn has_paper(&self, id: &str) -> bool {
        EntryId::parse(id).is_some_and(|id| self.index().papers.contains(&id))
    }

    /// Whether a later aid record has come in the place of the one with this id.
    pub(super) fn is_replaced(&self, aid_record_id: &str) -> bool {
        self.index().replaced.contains(aid_record_id)
    }

    /// Whether a decision rests on the economic verification of this id.
    pub(super) fn is_verification_used(&self, economic_verification_id: &str) -> bool {
        self.index().verifications_used.contains(economic_verification_id)
    }

    /// Whether whatever the documents name must be there: every record could be read, and nothing was left out of
    /// the package on purpose.
    pub(super) fn is_complete(&self) -> bool {
        self.index().complete
    }

    /// What the receipts come to.
    pub(super) fn ledger(&self) -> &Ledger {
        &self.expenses().ledger
    }

    /// The place in the ledger of the expense that the receipt with this id is a paper of.
    pub(super) fn expense_of(&self, receipt_id: &str) -> Option<usize> {
        self.expenses().of.get(receipt_id).copied()
    }

    fn expenses(&self) -> &Expenses {
        self.expenses.get_or_init(|| {
            let receipts = self.documents.receipts.iter().map(|document| document.value.clone());
            let ledger = expense::expenses(&receipts.collect::<Vec<_>>(), None);
            let mut of = BTreeMap::new();
            for (place, expense) in ledger.expenses.iter().enumerate() {
                of.extend(expense.papers.iter().map(|paper| (paper.receipt.id.as_str().to_owned(), place)));
            }
            for again in ledger.uncounted.iter().filter(|paper| paper.reason == UncountedReason::Duplicate) {
                let first = again.other.as_ref().and_then(|first| of.get(first.as_str()).copied());
                if let Some(place) = first {
                    of.entry(again.receipt.id.as_str().to_owned()).or_insert(place);
                }
            }
            Expenses { ledger, of }
        })
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut documents = BTreeMap::new();
            let mut count: BTreeMap<DocumentType, usize> = BTreeMap::new();
            for known in self.documents.all() {
                let place = count.entry(known.document_type).or_default();
                if let Some((_, id)) = known.id {
                    documents.entry((known.document_type, id.to_owned())).or_insert(*place);
                }
                *place += 1;
            }
            let papers = self.entries.iter().filter_map(|entry| match entry.name {
                EntryName::Document { id, .. } => Some(id),
                _ => None,
            });
            let aid = self.documents.aid_records.iter().map(|document| &document.value);
            let replaced = aid.filter(|aid| aid.replaces_aid_record_id.as_ref() != Some(&aid.aid_record_id));
            let replaced = replaced.filter_map(|aid| aid.replaces_aid_record_id.as_ref());
            let used = self.documents.decisions.iter().flat_map(|document| {
                let checks = document.value.verifications.iter().map(|one| &one.economic_verification_id);
                checks.chain(document.value.accepted_evidence.iter().map(|one| &one.economic_verification_id))
            });
            Index {
                verifications_used: used.flatten().map(|id| id.as_str().to_owned()).collect(),
                documents,
                papers: papers.collect(),
                replaced: replaced.map(|id| id.as_str().to_owned()).collect(),
                complete: folder::complete(self),
            }
        })
    }
}
