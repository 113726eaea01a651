//! Sealing a signed package for those whom its manifest names.

use std::io::{self, Read, Seek, SeekFrom, Write};

use crate::{
    directory::Directory,
    package::{archive::Archive, limits::Limits},
    sealing::{Recipient, Sealer},
    value::Instant,
};

use super::{
    fault::{DeliveryError, Refusal},
    verify::{Verified, verify},
};

/// A package that was sealed.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{delivery::{seal, sign}, package::limits::Limits, signing::SigningKey, value::Sha256Digest};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let seed = Sha256Digest::of(b"tongzhou example key: serious-illness");
/// # let key = SigningKey::from_seed(seed.as_bytes());
/// # let mut signed = Vec::new();
/// # sign(Cursor::new(shipped("joint-aid.tzpkg")), &key, &Limits::STANDARD, &mut signed)?;
/// let sealed = seal(Cursor::new(&signed), &members, now, &Limits::STANDARD, Vec::new())?;
/// let audience: Vec<&str> = sealed.verified.audience.iter().map(|code| code.as_str()).collect();
/// assert_eq!((audience, sealed.recipients), (vec!["533100001234567881"], 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Sealed {
    /// What was verified before.
    pub verified: Verified,
    /// For how many keys it is sealed.
    pub recipients: usize,
}

/// Writes the package of `source`, sealed for its audience, to `out`. It must be signed and unchanged, name its
/// audience, each of whom has a key in the directory, and not have expired at `now`.
///
/// Memory is bounded whatever the size of the package. What was written before an error is no sealed file.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{delivery::{DeliveryError, Refusal, seal}, package::limits::Limits};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// // What is sealed is signed first.
/// let plain = Cursor::new(shipped("emergency.tzpkg"));
/// let mut out = Vec::new();
/// let refused = seal(plain, &members, now, &Limits::STANDARD, &mut out).expect_err("not signed");
/// assert!(matches!(refused, DeliveryError::Refused(Refusal::NotSigned)));
/// assert!(out.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first [`Refusal`]; errors of reading and writing.
pub fn seal<R: Read + Seek, W: Write>(
    mut source: R,
    directory: &Directory,
    now: Instant,
    limits: &Limits,
    out: W,
) -> Result<Sealed, DeliveryError> {
    let verified = verify(&mut Archive::open(&mut source, limits)?, directory)?;
    if verified.expires_at.is_some_and(|expires| expires < now) {
        return Err(Refusal::Expired.into());
    }
    if verified.audience.is_empty() {
        return Err(Refusal::NoAudience.into());
    }
    let mut recipients: Vec<Recipient> = Vec::new();
    for member in &verified.audience {
        let of_member = directory.recipients_of(member.as_str(), now);
        if of_member.is_empty() {
            return Err(Refusal::NoRecipient(*member).into());
        }
        for recipient in of_member {
            // To leave one out would be to seal for fewer than the directory says.
            let recipient = recipient.parse().map_err(|_| Refusal::NoRecipient(*member))?;
            if !recipients.contains(&recipient) {
                recipients.push(recipient);
            }
        }
    }
    let mut sealer = Sealer::new(&recipients, out)?;
    source.seek(SeekFrom::Start(0)).map_err(DeliveryError::Read)?;
    copy(&mut source, &mut sealer)?;
    sealer.finish().map_err(DeliveryError::Write)?;
    Ok(Sealed { verified, recipients: recipients.len() })
}

/// Copies all there is, and knows on which side an error happened.
pub(super) fn copy(source: &mut impl Read, out: &mut impl Write) -> Result<(), DeliveryError> {
    let mut buffer = vec![0; PIECE];
    loop {
        match source.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => {
                out.write_all(buffer.get(..count).unwrap_or_default()).map_err(DeliveryError::Write)?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(DeliveryError::reading(error)),
        }
    }
}

const PIECE: usize = 64 * 1024;
