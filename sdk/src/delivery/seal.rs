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
