//! What an entry of a package is, as people call it: they know their papers by kind, not by id.

use crate::{
    code::{Code, lists::DocumentType},
    json,
    package::name::EntryName,
    rules::Case,
    text::{Bilingual, Lang},
};

/// The kind of the document or paper that the entry is, where it could be read or is described. It is a title of a
/// codelist, so nothing that somebody wrote is in it.
pub(crate) fn of(index: usize, case: &Case<'_>, text: Option<&str>) -> Option<Bilingual> {
    let is = |entry: Option<usize>| entry == Some(index);
    match case.entries.get(index)?.name {
        EntryName::Manifest => Some(title(DocumentType::Manifest)),
        EntryName::Record(_) => case
            .documents
            .all()
            .find(|document| is(document.entry))
            .map(|document| document.document_type)
            // What has not its shape still says what it is meant to be.
            .or_else(|| declared(text?))
            .map(title),
        EntryName::Receipt(_) => Some(
            case.documents
                .receipts
                .iter()
                .find(|document| is(document.entry))
                .map_or_else(|| title(DocumentType::Receipt), |document| title(document.value.kind)),
        ),
        EntryName::Document { id, .. } => {
            let id = id.to_string();
            let mut papers =
                case.documents.applications.iter().flat_map(|document| document.value.documents.iter());
            papers.find(|paper| paper.document_id.as_str() == id).map(|paper| title(paper.kind))
        }
        EntryName::Signature(_) => None,
    }
}

/// The type of document that a text says it is of, whatever else is wrong with it.
pub(crate) fn declared(text: &str) -> Option<DocumentType> {
    DocumentType::from_code(&json::text_member(text, "documentType")?)
}

fn title(code: impl Code) -> Bilingual {
    Bilingual { zh: code.title(Lang::ZhCn), en: code.title(Lang::En) }
}
