//! What of a manifest matters on the way: who sends the package to whom, when, and the digest of every entry.

use std::{
    collections::BTreeMap,
    io::{self, Read, Seek},
};

use sha2::{Digest, Sha256};

use crate::{
    json,
    model::manifest::Manifest,
    package::{
        archive::{Archive, Entry},
        name::EntryName,
    },
    value::{Instant, OrganisationCode, Sha256Digest, Uuid7},
};

use super::fault::{DeliveryError, Refusal};

/// A manifest that was read, with its exact bytes.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) bytes: Vec<u8>,
    pub(super) package_id: Uuid7,
    /// The organisation that sends; none where a family does.
    pub(super) sender: Option<OrganisationCode>,
    pub(super) audience: Vec<OrganisationCode>,
    pub(super) created_at: Instant,
    pub(super) expires_at: Option<Instant>,
    /// Size and digest of every entry that the manifest lists.
    pub(super) entries: BTreeMap<EntryName, (u64, [u8; 32])>,
}

impl Facts {
    /// Reads the manifest of a package.
    pub(super) fn read<R: Read + Seek>(archive: &mut Archive<R>) -> Result<Self, DeliveryError> {
        let entry = archive.find(&EntryName::Manifest).ok_or(Refusal::ManifestMissing)?;
        let mut bytes = Vec::new();
        archive.read(&entry, &mut bytes)?;
        Ok(Self::of(bytes).ok_or(Refusal::ManifestUnreadable)?)
    }

    fn of(bytes: Vec<u8>) -> Option<Self> {
        let manifest: Manifest<'_> = json::from_slice(&bytes).ok()?;
        let mut entries = BTreeMap::new();
        for listed in &manifest.entries {
            let name: EntryName = listed.name.as_str().parse().ok()?;
            let digest: Sha256Digest = listed.sha256.as_str().parse().ok()?;
            if entries.insert(name, (listed.size.get(), *digest.as_bytes())).is_some() {
                return None;
            }
        }
        let code = |text: &str| text.parse::<OrganisationCode>().ok();
        let sender = manifest.sender.as_ref().and_then(|sender| sender.organisation_code.as_ref());
        Some(Self {
            package_id: manifest.package_id.as_str().parse().ok()?,
            sender: sender.map(|sender| code(sender.as_str()).ok_or(())).transpose().ok()?,
            audience: manifest.audience.iter().map(|member| code(member.as_str())).collect::<Option<_>>()?,
            created_at: manifest.created_at.as_str().parse().ok()?,
            expires_at: match &manifest.expires_at {
                Some(instant) => Some(instant.as_str().parse().ok()?),
                None => None,
            },
            entries,
            bytes,
        })
    }

    pub(super) fn sha256(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }

    /// Sees to it that the package holds what the manifest lists and nothing else, by names; the entries that are
    /// listed, in the order of their names.
    pub(super) fn listed<R: Read + Seek>(&self, archive: &Archive<R>) -> Result<Vec<Entry>, Refusal> {
        let mut found: Vec<Entry> = Vec::with_capacity(self.entries.len());
        for entry in archive.entries() {
            match entry.name() {
                EntryName::Manifest | EntryName::Signature(_) => {}
                name if self.entries.contains_key(&name) => found.push(*entry),
                name => return Err(Refusal::EntryNotListed(name)),
            }
        }
        found.sort_unstable_by_key(Entry::name);
        // Both are in order and without repetition.
        let mut there = found.iter().map(Entry::name);
        match self.entries.keys().find(|listed| there.next() != Some(**listed)) {
            Some(missing) => Err(Refusal::EntryMissing(*missing)),
            None => Ok(found),
        }
    }

    /// Reads every entry and holds it against its digest.
    pub(super) fn verify_entries<R: Read + Seek>(
        &self,
        archive: &mut Archive<R>,
    ) -> Result<u64, DeliveryError> {
        let mut total = 0;
        for entry in self.listed(archive)? {
            let measured = archive.read(&entry, &mut io::sink())?;
            if self.entries.get(&entry.name()) != Some(&(measured.size, measured.sha256)) {
                return Err(Refusal::EntryDiffers(entry.name()).into());
            }
            total += measured.size;
        }
        Ok(total)
    }
}
