//! Which version brought what: the members and codes that came after the lowest version, and those that are
//! deprecated.
//!
//! The types are those of the latest version. A member that came later says so in its schema (`x-since`), a code in
//! its codelist (`since`); from both a test writes the table that is looked at here. While it is empty no document is
//! walked for it.

mod table;

use serde::Serialize;

use super::{
    has_type,
    version::Version,
    walk::{Trail, Visitor, walk},
};
use crate::{code::lists::DocumentType, pointer::Pointer};

/// The versions of what is not simply of every version.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table {
    /// By the name of the object's type and that of the member, in order.
    members: &'static [(&'static str, &'static str, Span)],
    /// By the name of the codelist, or of its type for an open one, and the code, in order.
    codes: &'static [(&'static str, &'static str, Span)],
}

/// The versions of a member or code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// The version that brought it.
    since: Version,
    /// The version that deprecated it.
    deprecated: Option<Version>,
}

/// A deprecated member or code in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deprecated {
    /// Where it stands.
    pub(crate) at: Pointer,
    /// The version that deprecated it.
    pub(crate) since: Version,
}

/// The lowest version that can hold `document`: what a sender declares.
///
/// ```
/// use tongzhou::{
///     code::lists::DocumentType,
///     model::{Typed, Version, lowest_version},
/// };
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "019a0000-0000-7000-8000-000000000140", "kind": "fiscal-e-outpatient"
/// }"#;
/// let receipt = Typed::read(DocumentType::Receipt, text)?;
/// assert_eq!(lowest_version(DocumentType::Receipt, &receipt), Version::V1_0);
/// # Ok::<(), tongzhou::json::Fault>(())
/// ```
pub fn lowest_version(document_type: DocumentType, document: &impl Serialize) -> Version {
    let of_type = Version::ALL.iter().find(|version| has_type(**version, document_type));
    table::TABLE.lowest(document_type, document).max(of_type.copied().unwrap_or_default())
}

/// The deprecated members and codes of `document`, in its order.
pub(crate) fn deprecated(document_type: DocumentType, document: &impl Serialize) -> Vec<Deprecated> {
    table::TABLE.deprecated(document_type, document)
}

impl Table {
    fn lowest(&self, document_type: DocumentType, document: &impl Serialize) -> Version {
        let mut lowest = Version::LOWEST;
        self.each(document_type, document, |span, _| lowest = lowest.max(span.since));
        lowest
    }

    fn deprecated(&self, document_type: DocumentType, document: &impl Serialize) -> Vec<Deprecated> {
        let mut found = Vec::new();
        self.each(document_type, document, |span, trail| {
            found.extend(span.deprecated.map(|since| Deprecated { at: trail.pointer(), since }));
        });
        found
    }

    /// Shows `visit` whatever of `document` stands in the table.
    fn each(&self, document_type: DocumentType, document: &impl Serialize, visit: impl FnMut(Span, &Trail)) {
        if Version::ALL.len() > 1 || !(self.members.is_empty() && self.codes.is_empty()) {
            walk(document_type, document, &mut InTable { table: self, visit });
        }
    }
}

struct InTable<'t, F> {
    table: &'t Table,
    visit: F,
}

impl<F: FnMut(Span, &Trail)> Visitor for InTable<'_, F> {
    fn member(&mut self, object: &'static str, member: &'static str, trail: &Trail) {
        self.look(self.table.members, object, member, trail);
    }

    fn code(&mut self, list: &'static str, code: &'static str, trail: &Trail) {
        // What holds a document of a version is of that version itself.
        if list == Version::NAME && trail.depth() > 1 {
            let since = Version::known(code).unwrap_or_default();
            (self.visit)(Span { since, deprecated: None }, trail);
        }
        self.look(self.table.codes, list, code, trail);
    }

    fn text(&mut self, shape: &'static str, open: bool, text: &str, trail: &Trail) {
        // A code that an open list got later is no later than any that it does not have: only deprecation counts.
        if open && let Some(span) = find(self.table.codes, shape, text) {
            (self.visit)(Span { since: Version::LOWEST, ..span }, trail);
        }
    }
}

impl<F: FnMut(Span, &Trail)> InTable<'_, F> {
    fn look(&mut self, of: &[(&str, &str, Span)], one: &str, other: &str, trail: &Trail) {
        if let Some(span) = find(of, one, other) {
            (self.visit)(span, trail);
        }
    }
}

fn find(rows: &[(&str, &str, Span)], one: &str, other: &str) -> Option<Span> {
    let place = rows.binary_search_by(|(first, second, _)| (*first, *second).cmp(&(one, other))).ok()?;
    rows.get(place).map(|(.., span)| *span)
}

#[cfg(test)]
mod tests;
