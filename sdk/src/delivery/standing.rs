//! What a signature is worth, by the member directory.

use crate::{
    directory::{Directory, KeyStanding},
    fault,
    signing::{Jws, KeyId, SignatureFault},
    value::{Instant, OrganisationCode},
};

/// Who signed.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     delivery::{Signatory, sign, verify},
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
/// let [Signatory { organisation_code, name, .. }] = verified.signers.as_slice() else { panic!("one has signed") };
/// assert_eq!((organisation_code.as_str(), name.as_str()), ("1211000040000000XT", "示例市儿童医院"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// The organisation's unified social credit code 统一社会信用代码.
    pub organisation_code: OrganisationCode,
    /// The organisation's name in the directory.
    pub name: String,
    /// The key.
    pub key: KeyId,
}

/// What one signature is worth.
///
/// ```
/// use tongzhou::{delivery::{Standing, standings}, signing::{Jws, SigningKey, Subject}};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let stranger = SigningKey::from_seed(&[7; 32]);
/// let mut jws = Jws::new(Subject::Manifest);
/// jws.sign(&stranger, b"{}");
/// let standing = standings(&jws, b"{}", Some(now), &members).remove(0);
/// assert_eq!(standing, Standing::Unknown(stranger.verifying_key().id()));
/// assert_eq!(standing.into_good(), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the signature of this member over these bytes, by a key that was in force.
    Good(Signatory),
    /// The directory does not know the key.
    Unknown(KeyId),
    /// The bytes are not what the key signed.
    Wrong(KeyId),
    /// The key was not yet in force when the package was made.
    NotYetValid(KeyId),
    /// The key was no longer in force when the package was made.
    Expired(KeyId),
    /// The key, or the member whose it is, was revoked: whoever has it now could give any day as the day of signing.
    Revoked(KeyId),
}

impl Standing {
    /// Who signed, if the signature is good.
    pub fn into_good(self) -> Option<Signatory> {
        match self {
            Self::Good(signatory) => Some(signatory),
            Self::Unknown(_)
            | Self::Wrong(_)
            | Self::NotYetValid(_)
            | Self::Expired(_)
            | Self::Revoked(_) => None,
        }
    }
}

/// What each signature of a file over a manifest is worth, in their order. `created_at` is when the manifest says it
/// was made; where that cannot be read, the validity of keys is not looked at.
///
/// ```
/// use tongzhou::{delivery::{Standing, standings}, signing::{Jws, SigningKey, Subject}, value::Sha256Digest};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let seed = Sha256Digest::of(b"tongzhou example key: hospital");
/// # let key = SigningKey::from_seed(seed.as_bytes());
/// let mut jws = Jws::new(Subject::Manifest);
/// jws.sign(&key, b"what the hospital signed");
/// let of = |manifest: &[u8]| standings(&jws, manifest, Some(now), &members).remove(0);
/// assert!(matches!(of(b"what the hospital signed"), Standing::Good(signatory) if signatory.name == "示例市儿童医院"));
/// assert_eq!(of(b"something else"), Standing::Wrong(key.verifying_key().id()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn standings(
    jws: &Jws,
    manifest: &[u8],
    created_at: Option<Instant>,
    directory: &Directory,
) -> Vec<Standing> {
    let verdicts = jws.verify(manifest, |key| directory.signer(key).map(|signer| signer.verifying_key()));
    verdicts
        .into_iter()
        .take(if fault::is("first-signature-alone-checked") { 1 } else { usize::MAX })
        .map(|verdict| match verdict {
            // Of a member that was revoked, the directory keeps the names of the keys.
            Err(SignatureFault::UnknownKey(key)) if directory.revoked_signer(&key).is_some() => {
                Standing::Revoked(key)
            }
            Err(SignatureFault::UnknownKey(key)) => Standing::Unknown(key),
            Err(SignatureFault::Wrong(key)) => Standing::Wrong(key),
            Ok(key) => standing(key, created_at, directory),
        })
        .collect()
}

fn standing(key: KeyId, created_at: Option<Instant>, directory: &Directory) -> Standing {
    let Some(signer) = directory.signer(&key) else { return Standing::Unknown(key) };
    let signatory =
        Signatory { organisation_code: signer.member.code, name: signer.member.name.clone(), key };
    // Where nobody knows when, a key counts if it does not for a reason that holds at any time.
    let at = created_at.unwrap_or_else(|| directory.issued_at());
    match (signer.standing_at(at), created_at) {
        (KeyStanding::Valid, _) => Standing::Good(signatory),
        (KeyStanding::Compromised | KeyStanding::Revoked, _) => Standing::Revoked(key),
        (
            KeyStanding::NotYet
            | KeyStanding::Expired
            | KeyStanding::BeforeMembership
            | KeyStanding::AfterMembership,
            None,
        ) => Standing::Good(signatory),
        (KeyStanding::NotYet | KeyStanding::BeforeMembership, Some(_)) => Standing::NotYetValid(key),
        (KeyStanding::Expired | KeyStanding::AfterMembership, Some(_)) => Standing::Expired(key),
    }
}
