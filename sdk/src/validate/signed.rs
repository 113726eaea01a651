//! What the signatures of a package are worth, and the mark that comes of it.

use crate::{
    code::lists::SignedMark,
    delivery::{Opener, Signatory, Standing, standings},
    package::name::EntryName,
    rules::{self, Case, Outcomes},
    value::Instant,
};

use super::Options;

/// Holds the signatures against the manifest, by the directory.
pub(super) fn judge(case: &mut Case<'_>, texts: &[Option<&[u8]>], options: &Options<'_>) {
    let Some(directory) = options.directory else { return };
    case.delivery.opener =
        Opener::by_directory(options.identities, directory).ok().map(|opener| opener.organisation);
    let created_at = created_at(case);
    let manifest = case.entry_named(&EntryName::Manifest).and_then(|entry| *texts.get(entry)?);
    let Some(manifest) = manifest else { return };
    for file in &mut case.delivery.signatures {
        if let Ok(jws) = &file.read {
            file.standings = Some(standings(jws, manifest, created_at, directory));
        }
    }
}

/// The mark of signatures, and by whom they are. The mark says yes where every signature is good at the time that the
/// manifest states, the sender has signed, and every entry is what was signed.
pub(super) fn mark(case: &Case<'_>, outcomes: &Outcomes) -> (SignedMark, Vec<Signatory>) {
    let files = &case.delivery.signatures;
    if files.is_empty() {
        return (SignedMark::NotSigned, Vec::new());
    }
    let mut signers = Vec::new();
    for file in files {
        match &file.standings {
            None if file.read.is_ok() => return (SignedMark::NotChecked, Vec::new()),
            None => return (SignedMark::NotAccepted, Vec::new()),
            Some(standings) => signers.extend(standings.iter().cloned()),
        }
    }
    let good: Option<Vec<Signatory>> = signers.into_iter().map(Standing::into_good).collect();
    match good {
        Some(signers) if created_at(case).is_some() && rules::is_what_its_sender_signed(outcomes) => {
            (SignedMark::Signed, signers)
        }
        _ => (SignedMark::NotAccepted, Vec::new()),
    }
}

/// When the package says it was made, if that is a time.
fn created_at(case: &Case<'_>) -> Option<Instant> {
    case.manifest()?.value.created_at.as_str().parse().ok()
}
