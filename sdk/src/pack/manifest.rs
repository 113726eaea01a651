//! The manifest of a package that is packed: what `packing.json` says of the sending, and each entry's digest.

use crate::{
    error::Error,
    model::{
        literal::{Literal, Version},
        manifest::{Manifest, ManifestEntry, MediaType},
        primitive::{List, Size},
        texts::{DigestText, EntryNameText, IdText, InstantText},
    },
    package::name::{EntryName, PaperExtension},
    value::{Instant, Sha256Digest},
};

use super::{
    Options,
    fault::{FileFault, FolderFault, FolderFile, Stop},
    folder::APPLICATION,
    packing::Packing,
    plan::PlannedEntry,
};

/// The bytes of the manifest that lists `entries`.
pub(super) fn manifest(
    packing: &Packing<'_>,
    entries: &[PlannedEntry],
    options: &Options,
) -> Result<Vec<u8>, Stop> {
    let wrong = |fault| FolderFault::new(FolderFile::Packing, fault);
    let package_id = packing
        .package_id
        .clone()
        .or_else(|| options.package_id.map(|id| IdText::ours(&id.to_string())))
        .ok_or_else(|| wrong(FileFault::NoPackageId))?;
    let created_at = packing
        .created_at
        .clone()
        .or_else(|| options.created_at.and_then(whole_second))
        .ok_or_else(|| wrong(FileFault::NoCreationTime))?;
    let root = packing.root.as_ref().map_or(APPLICATION, |root| root.as_str());
    let is_root = |entry: &&PlannedEntry| entry.file == root && !matches!(entry.role, FolderFile::Listed(_));
    let root = entries.iter().find(is_root).ok_or_else(|| wrong(FileFault::NoRoot))?;
    let consents = entries.iter().filter(|entry| matches!(entry.role, FolderFile::Consent(_)));
    let manifest = Manifest {
        standard: Literal::default(),
        standard_version: Version::default(),
        document_type: Literal::default(),
        package_id,
        root: EntryNameText::ours(&root.name.to_string()),
        sender: packing.sender.clone(),
        audience: packing.audience.clone(),
        purpose: packing.purpose,
        consent_ids: List::first(consents.map(|entry| IdText::ours(&entry.id.to_string()))),
        created_at,
        expires_at: packing.expires_at.clone(),
        derived_from: packing.derived_from.clone(),
        entries: List::first(entries.iter().map(line)),
        extensions: packing.extensions.clone(),
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).map_err(|error| Error::write(error.into()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The instant as the standard writes it: without parts of a second.
fn whole_second(at: Instant) -> Option<InstantText<'static>> {
    let second = Instant::from_unix_seconds(at.unix_millis().div_euclid(1000))?;
    Some(InstantText::ours(&second.to_string()))
}

/// What the manifest says of one entry.
fn line(entry: &PlannedEntry) -> ManifestEntry<'_> {
    ManifestEntry {
        name: EntryNameText::ours(&entry.name.to_string()),
        classes: entry.classes.clone(),
        media_type: media_type(&entry.name),
        size: Size::saturating(entry.measured.size),
        sha256: DigestText::ours(&Sha256Digest::from_bytes(entry.measured.sha256).to_string()),
        original_name: entry.original_name.clone(),
    }
}

const fn media_type(name: &EntryName) -> MediaType {
    match name {
        EntryName::Manifest | EntryName::Record(_) | EntryName::Receipt(_) | EntryName::Signature(_) => {
            MediaType::Json
        }
        EntryName::Document { extension, .. } => match extension {
            PaperExtension::Pdf => MediaType::Pdf,
            PaperExtension::Jpg => MediaType::Jpeg,
            PaperExtension::Png => MediaType::Png,
            PaperExtension::Ofd => MediaType::Ofd,
            PaperExtension::Xml => MediaType::Xml,
        },
    }
}
