//! Which seals make which papers count.

use crate::{
    code::{
        Code,
        lists::{DocumentKind, SealKind},
    },
    model::application::Paper,
};

/// Whether papers of this kind count with a seal only.
pub(super) fn required(kind: DocumentKind) -> bool {
    kind.row().and_then(|row| row.column("seal_required")) == Some("yes")
}

/// Whether one of the paper's seals is accepted on its kind. An electronic seal is the issuer's own, and on
/// diagnosis certificates many hospitals put a seal made for these.
pub(super) fn accepted(paper: &Paper<'_>) -> bool {
    let certificate = paper.kind == DocumentKind::DiagnosisCertificate;
    let accepted = paper.kind.row().and_then(|row| row.column("accepted_seals")).unwrap_or_default();
    paper.seals.iter().any(|seal| {
        seal.kind == SealKind::ESeal
            || (certificate && seal.kind == SealKind::Diagnosis)
            || accepted.split(' ').any(|code| code == seal.kind.code())
    })
}

/// Whether the only seal on a diagnosis certificate is that of a ward.
pub(super) fn ward_only(paper: &Paper<'_>) -> bool {
    paper.kind == DocumentKind::DiagnosisCertificate
        && !paper.seals.is_empty()
        && paper.seals.iter().all(|seal| seal.kind == SealKind::Ward)
}
