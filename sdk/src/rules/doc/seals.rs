//! Which seals make which papers count.

use std::sync::LazyLock;

use crate::{
    code::{
        Code,
        lists::{DocumentKind, SealKind},
    },
    model::application::Paper,
};

/// Whether papers of this kind count with a seal only.
pub(super) fn required(kind: DocumentKind) -> bool {
    of(kind).is_some_and(|seals| seals.required)
}

/// What the codelist says of the seals on one kind of paper.
struct Seals {
    required: bool,
    accepted: Vec<SealKind>,
}

fn of(kind: DocumentKind) -> Option<&'static Seals> {
    /// In the order of the kinds.
    static SEALS: LazyLock<Vec<Seals>> = LazyLock::new(|| {
        let seals = |kind: &DocumentKind| {
            let column = |name| kind.row().and_then(|row| row.column(name)).unwrap_or_default();
            Seals {
                required: column("seal_required") == "yes",
                accepted: column("accepted_seals").split(' ').filter_map(SealKind::from_code).collect(),
            }
        };
        DocumentKind::ALL.iter().map(seals).collect()
    });
    SEALS.get(kind as usize)
}

/// Whether one of the paper's seals is accepted on its kind. An electronic seal is the issuer's own, and on
/// diagnosis certificates many hospitals put a seal made for these.
pub(super) fn accepted(paper: &Paper<'_>) -> bool {
    let certificate = paper.kind == DocumentKind::DiagnosisCertificate;
    let accepted = of(paper.kind).map(|seals| seals.accepted.as_slice()).unwrap_or_default();
    paper.seals.iter().any(|seal| {
        seal.kind == SealKind::ESeal
            || (certificate && seal.kind == SealKind::Diagnosis)
            || accepted.contains(&seal.kind)
    })
}

/// Whether the only seal on a diagnosis certificate is that of a ward.
pub(super) fn ward_only(paper: &Paper<'_>) -> bool {
    paper.kind == DocumentKind::DiagnosisCertificate
        && !paper.seals.is_empty()
        && paper.seals.iter().all(|seal| seal.kind == SealKind::Ward)
}
