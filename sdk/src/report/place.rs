//! Where findings stand in the text: line, column, and the order in which they are told.

use crate::{
    finding::{Finding, Place},
    json::{self, Position},
    package::name::EntryName,
    pointer::Pointer,
    rules::Case,
    text::Bilingual,
};

use super::{excerpt::excerpt, title};

/// A finding with its place worked out.
///
/// ```
/// # let document = r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
/// #     "applicationId": "01900000-0000-7000-8000-000000000000", "createdOn": "2026-02-30", "child": {"name": "示例"},
/// #     "contacts": [], "illness": "白血病", "consentIds": []}"#;
/// # let options = tongzhou::validate::Options::on("2026-10-01".parse()?);
/// # let checked = tongzhou::validate::document(document.as_bytes(), &options);
/// let dates = |placed: &&tongzhou::report::PlacedFinding| placed.finding.rule.code == "TZ-APP-001";
/// let placed = checked.findings.iter().find(dates).ok_or("nothing about dates")?;
/// assert_eq!(placed.pointer.as_ref().map(|at| at.as_str()), Some("/createdOn"));
/// assert_eq!(placed.position.map(|at| at.line), Some(2));
/// // The lines around it, without a word of the family's.
/// assert!(placed.excerpt.as_deref().is_some_and(|excerpt| !excerpt.contains("2026")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct PlacedFinding {
    /// The finding.
    pub finding: Finding,
    /// The entry of the package it is about.
    pub entry: Option<EntryName>,
    /// What that entry is, as people call it; absent where it cannot be known.
    pub entry_title: Option<Bilingual>,
    /// The pointer, where it is about a value.
    pub pointer: Option<Pointer>,
    /// Line and column, where it is about a place in a text.
    pub position: Option<Position>,
    /// The lines around the place with every value masked.
    pub excerpt: Option<String>,
}

/// Works out the places of `findings` and puts these in order: by entry, place and code. `texts` holds the JSON
/// entries of the case, or the one document.
pub(crate) fn place(findings: Vec<Finding>, case: &Case<'_>, texts: &[Option<&[u8]>]) -> Vec<PlacedFinding> {
    let mut placed: Vec<(Option<usize>, usize, PlacedFinding)> = Vec::with_capacity(findings.len());
    let mut rest = findings;
    while let Some(first) = rest.first() {
        let entry = first.entry;
        let (of_entry, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|finding| finding.entry == entry);
        rest = others;
        let bytes = match entry {
            Some(index) => texts.get(index).copied().flatten(),
            // A document checked alone has no entries; the package as a whole has no text.
            None if case.entries.is_empty() => texts.first().copied().flatten(),
            None => None,
        };
        let name = entry.and_then(|index| case.entries.get(index)).map(|entry| entry.name);
        let entry_title = entry.and_then(|index| title::of(index, case, bytes.and_then(text_of)));
        for (offset, finding) in of_text(of_entry, bytes, name) {
            placed.push((entry, offset, PlacedFinding { entry_title, ..finding }));
        }
    }
    placed.sort_by(|(entry, offset, one), (other_entry, other_offset, other)| {
        let order = |finding: &PlacedFinding| (finding.finding.rule.code, finding.pointer.clone());
        (entry, offset).cmp(&(other_entry, other_offset)).then_with(|| order(one).cmp(&order(other)))
    });
    placed.into_iter().map(|(_, _, finding)| finding).collect()
}

/// Works out the places of findings about one text, which is no part of a case, and puts these in order.
pub(crate) fn place_in(findings: Vec<Finding>, bytes: &[u8]) -> Vec<PlacedFinding> {
    let mut placed = of_text(findings, Some(bytes), None);
    placed.sort_by_key(|(offset, _)| *offset);
    placed.into_iter().map(|(_, finding)| finding).collect()
}

fn text_of(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// The findings about one text, each with the byte it points at.
fn of_text(
    findings: Vec<Finding>,
    bytes: Option<&[u8]>,
    entry: Option<EntryName>,
) -> Vec<(usize, PlacedFinding)> {
    let text = bytes.and_then(text_of);
    let pointers: Vec<&str> = findings
        .iter()
        .map(|finding| match &finding.at {
            Place::Value(pointer) => pointer.as_str(),
            Place::Offset(..) | Place::Whole => "",
        })
        .collect();
    let found = text.map(|text| json::locate(text, &pointers)).unwrap_or_default();
    let found: Vec<Option<usize>> =
        found.into_iter().map(|found| found.map(|found| found.name.unwrap_or(found.value).start)).collect();
    findings
        .into_iter()
        .enumerate()
        .map(|(index, finding)| {
            let offset = match &finding.at {
                Place::Value(_) => found.get(index).copied().flatten(),
                Place::Offset(_, offset) => Some(*offset),
                Place::Whole => None,
            };
            let pointer = match &finding.at {
                Place::Value(pointer) | Place::Offset(pointer, _) => Some(pointer.clone()),
                Place::Whole => None,
            };
            let position = bytes.zip(offset).map(|(bytes, offset)| Position::of(bytes, offset));
            let excerpt = text.zip(offset).map(|(text, offset)| excerpt(text, offset));
            (
                offset.unwrap_or_default(),
                PlacedFinding { finding, entry, entry_title: None, pointer, position, excerpt },
            )
        })
        .collect()
}
