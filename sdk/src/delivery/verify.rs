//! Whether a package is what its signers signed, and who they are.

use std::io::{Read, Seek};

use crate::{
    directory::Directory,
    package::{
        archive::Archive,
        name::{EntryName, SignatureId},
    },
    signing::{Jws, MAX_JWS_BYTES, Subject},
    value::{Instant, OrganisationCode, Uuid7},
};

use super::{
    fault::{DeliveryError, Refusal},
    manifest::Facts,
    standing::{Signatory, Standing, standings},
};

/// A package that is what its signers signed.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     delivery::{sign, verify},
///     package::{archive::Archive, limits::Limits},
///     signing::SigningKey,
///     value::Sha256Digest,
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let seed = Sha256Digest::of(b"tongzhou example key: hospital");
/// # let key = SigningKey::from_seed(seed.as_bytes());
/// # let mut signed = Vec::new();
/// # sign(Cursor::new(shipped("emergency.tzpkg")), &key, &Limits::STANDARD, &mut signed)?;
/// let verified = verify(&mut Archive::open(Cursor::new(signed), &Limits::STANDARD)?, &members)?;
/// assert_eq!(verified.created_at.to_string(), "2026-09-29T10:05:00Z");
/// // The application and the consent.
/// assert_eq!((verified.entries, verified.bytes), (2, 538 + 807));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Verified {
    /// The package's id.
    pub package_id: Uuid7,
    /// The SHA-256 digest of its manifest, which names the package and all that is in it.
    pub manifest_sha256: [u8; 32],
    /// Who signed.
    pub signers: Vec<Signatory>,
    /// For whom it is.
    pub audience: Vec<OrganisationCode>,
    /// When it was made.
    pub created_at: Instant,
    /// When it expires.
    pub expires_at: Option<Instant>,
    /// How many entries were held against the manifest.
    pub entries: usize,
    /// How many bytes these have.
    pub bytes: u64,
}

/// Verifies every signature of a package by the directory, then every entry by the manifest. The sender, where it is
/// an organisation, must have signed; a package of a family must be signed by a member.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     delivery::{DeliveryError, Refusal, sign, verify},
///     package::{archive::Archive, limits::Limits},
///     signing::SigningKey,
///     value::Sha256Digest,
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let seed = Sha256Digest::of(b"tongzhou example key: hospital");
/// # let key = SigningKey::from_seed(seed.as_bytes());
/// # let mut signed = Vec::new();
/// // A member's package counts if the member has signed it, and here it is only the hospital.
/// sign(Cursor::new(shipped("joint-aid.tzpkg")), &key, &Limits::STANDARD, &mut signed)?;
/// let mut archive = Archive::open(Cursor::new(signed), &Limits::STANDARD)?;
/// let refused = verify(&mut archive, &members).expect_err("the sender has not signed");
/// assert!(matches!(refused, DeliveryError::Refused(Refusal::SignerNotSender)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first [`Refusal`]; [`DeliveryError::Read`] where the package cannot be read.
pub fn verify<R: Read + Seek>(
    archive: &mut Archive<R>,
    directory: &Directory,
) -> Result<Verified, DeliveryError> {
    let (facts, signers) = signed(archive, directory)?;
    verify_content(archive, facts, signers)
}

/// The manifest and who signed it.
pub(super) fn signed<R: Read + Seek>(
    archive: &mut Archive<R>,
    directory: &Directory,
) -> Result<(Facts, Vec<Signatory>), DeliveryError> {
    let facts = Facts::read(archive)?;
    let mut files: Vec<(SignatureId, _)> = Vec::new();
    for entry in archive.entries() {
        if let EntryName::Signature(id) = entry.name() {
            files.push((id, *entry));
        }
    }
    files.sort_unstable_by_key(|(id, _)| *id);
    let mut signers = Vec::new();
    for (id, entry) in files {
        let mut bytes = Vec::new();
        let refused = |fault| Refusal::SignatureFile(id, fault);
        if entry.size() > MAX_JWS_BYTES as u64 {
            return Err(refused(crate::signing::JwsFault::TooLarge).into());
        }
        archive.read(&entry, &mut bytes)?;
        let jws = Jws::read(&bytes, Subject::Manifest).map_err(refused)?;
        for standing in standings(&jws, &facts.bytes, Some(facts.created_at), directory) {
            signers.push(good(standing)?);
        }
    }
    if signers.is_empty() {
        return Err(Refusal::NotSigned.into());
    }
    if facts.sender.is_some_and(|sender| signers.iter().all(|signer| signer.organisation_code != sender)) {
        return Err(Refusal::SignerNotSender.into());
    }
    Ok((facts, signers))
}

/// Holds every entry against the manifest.
pub(super) fn verify_content<R: Read + Seek>(
    archive: &mut Archive<R>,
    facts: Facts,
    signers: Vec<Signatory>,
) -> Result<Verified, DeliveryError> {
    let bytes = facts.verify_entries(archive)?;
    Ok(Verified {
        package_id: facts.package_id,
        manifest_sha256: facts.sha256(),
        signers,
        created_at: facts.created_at,
        expires_at: facts.expires_at,
        entries: facts.entries.len(),
        bytes,
        audience: facts.audience,
    })
}

fn good(standing: Standing) -> Result<Signatory, Refusal> {
    match standing {
        Standing::Good(signatory) => Ok(signatory),
        Standing::Unknown(key) => Err(Refusal::SignerUnknown(key)),
        Standing::Wrong(key) => Err(Refusal::SignatureWrong(key)),
        Standing::NotYetValid(key) => Err(Refusal::SigningKeyNotYetValid(key)),
        Standing::Expired(key) => Err(Refusal::SigningKeyExpired(key)),
        Standing::Revoked(key) => Err(Refusal::SignerRevoked(key)),
    }
}
