//! Signing a package: the archive written anew with one more file of signatures.

use std::io::{Read, Seek, Write};

use sha2::{Digest, Sha256};

use crate::{
    package::{
        archive::{Archive, Entry},
        digest::Measured,
        limits::Limits,
        name::{EntryName, SignatureId},
        writer::PackageWriter,
    },
    signing::{Jws, KeyId, SigningKey, Subject},
    value::Uuid7,
};

use super::{
    fault::{DeliveryError, Refusal},
    manifest::Facts,
};

/// A package that was signed.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{delivery::sign, package::limits::Limits, signing::SigningKey};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (ours, theirs) = (SigningKey::from_seed(&[7; 32]), SigningKey::from_seed(&[8; 32]));
/// # let (mut once, mut twice) = (Vec::new(), Vec::new());
/// sign(Cursor::new(shipped("emergency.tzpkg")), &ours, &Limits::STANDARD, &mut once)?;
/// let signed = sign(Cursor::new(&once), &theirs, &Limits::STANDARD, &mut twice)?;
/// assert_eq!(signed.package_id.to_string(), "019a0000-0000-7000-8000-0000000007f0");
/// assert_eq!((signed.signatures, signed.key), (2, theirs.verifying_key().id()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Signed {
    /// The package's id.
    pub package_id: Uuid7,
    /// The key that signed.
    pub key: KeyId,
    /// The signatures' entry.
    pub entry: EntryName,
    /// How many files of signatures the package now has.
    pub signatures: usize,
}

/// Writes the package of `source` to `out`, which is to be empty, with a signature of `key` over its manifest. The
/// content of every other entry is copied byte for byte, and must be what the manifest says: nobody signs what is
/// not true. Signatures that are there stay; one of the same key is made anew.
///
/// Memory is bounded whatever the size of the package. What was written before an error is no package.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     delivery::sign,
///     package::{archive::Archive, limits::Limits},
///     signing::SigningKey,
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// // The seed is 32 bytes from the operating system's random numbers; never a fixed one as here.
/// let key = SigningKey::from_seed(&[7; 32]);
/// let mut out = Vec::new();
/// let signed = sign(Cursor::new(shipped("emergency.tzpkg")), &key, &Limits::STANDARD, &mut out)?;
/// let archive = Archive::open(Cursor::new(out), &Limits::STANDARD)?;
/// assert!(archive.find(&signed.entry).is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Refusal`] for an archive, manifest or entry that is not as it should be; errors of reading and writing.
pub fn sign<R: Read + Seek, W: Write>(
    source: R,
    key: &SigningKey,
    limits: &Limits,
    out: W,
) -> Result<Signed, DeliveryError> {
    let mut archive = Archive::open(source, limits)?;
    let facts = Facts::read(&mut archive)?;
    let mut jws = Jws::new(Subject::Manifest);
    jws.sign(key, &facts.bytes);
    let id = key.verifying_key().id();
    let own = EntryName::Signature(file_of(id)?);

    let mut writer = PackageWriter::new(out, limits);
    let copy = |writer: &mut PackageWriter<W>, archive: &mut Archive<R>, entry: &Entry| {
        let (size, sha256) = match facts.entries.get(&entry.name()) {
            Some(listed) => *listed,
            None => {
                let measured = archive.read(entry, &mut std::io::sink())?;
                (measured.size, measured.sha256)
            }
        };
        let measured = Measured { size, crc32: entry.crc32(), sha256 };
        writer.copy(archive, entry, &measured).map_err(|error| DeliveryError::writing(error, entry.name()))
    };
    let listed = facts.listed(&archive)?;
    let mut others: Vec<Entry> = archive.entries().to_vec();
    others.retain(|entry| match entry.name() {
        EntryName::Signature(_) => entry.name() != own,
        _ => false,
    });
    others.sort_unstable_by_key(Entry::name);
    let manifest = archive.find(&EntryName::Manifest).ok_or(Refusal::ManifestMissing)?;
    copy(&mut writer, &mut archive, &manifest)?;
    for entry in &listed {
        copy(&mut writer, &mut archive, entry)?;
    }
    let signatures = others.len() + 1;
    let (before, after) = others.split_at(others.partition_point(|entry| entry.name() < own));
    for entry in before {
        copy(&mut writer, &mut archive, entry)?;
    }
    writer.add_bytes(own, &jws.to_json()).map_err(|error| DeliveryError::writing(error, own))?;
    for entry in after {
        copy(&mut writer, &mut archive, entry)?;
    }
    writer.finish().map_err(|error| DeliveryError::writing(error, own))?;
    Ok(Signed { package_id: facts.package_id, key: id, entry: own, signatures })
}

/// The file that holds the signature of a key: named by the key, so that a key has one, in the letters that names of
/// entries have.
fn file_of(key: KeyId) -> Result<SignatureId, DeliveryError> {
    let digest = Sha256::digest(key.to_string());
    let name: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    Ok(SignatureId::parse(&name).ok_or(Refusal::ManifestUnreadable)?)
}
