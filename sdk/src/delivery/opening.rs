//! Opening a sealed package into an inbox.

use std::{
    io::{Read, Seek, SeekFrom},
    path::PathBuf,
};

use crate::{
    directory::Directory,
    package::{archive::Archive, limits::Limits},
    sealing::{Identity, Opened},
    value::{Instant, OrganisationCode},
};

use super::{
    fault::{DeliveryError, Refusal},
    inbox::Inbox,
    manifest::Facts,
    seal::copy,
    verify::{Verified, signed, verify_content},
};

/// How far the sender's clock may be ahead of the receiver's, in seconds.
pub const CLOCK_SKEW: i64 = 300;

/// Who opens.
#[derive(Clone, Debug)]
pub struct Opener<'k> {
    /// The organisation that opens; it has to be of the audience.
    pub organisation: OrganisationCode,
    /// Its keys, of which one has to fit: an old one too, as long as something sealed for it may be on its way.
    pub identities: &'k [Identity],
}

/// A package that was opened.
#[derive(Clone, Debug)]
pub struct Received {
    /// What was verified.
    pub verified: Verified,
    /// Where it now lies.
    pub path: PathBuf,
}

impl<'k> Opener<'k> {
    /// The opener whose keys these are, by the directory.
    ///
    /// # Errors
    /// [`Refusal::OpenerUnknown`].
    pub fn by_directory(identities: &'k [Identity], directory: &Directory) -> Result<Self, Refusal> {
        let recipients: Vec<String> =
            identities.iter().map(|identity| identity.recipient().to_string()).collect();
        let member = directory
            .members()
            .iter()
            .find(|member| member.recipient_keys.iter().any(|key| recipients.contains(&key.recipient)))
            .ok_or(Refusal::OpenerUnknown)?;
        Ok(Self { organisation: member.code, identities })
    }
}

/// Opens the sealed package of `source` into `inbox`, where it is then called by its id.
///
/// Before a byte is written the seal, the signatures, the audience, the time and the list of packages opened before
/// are checked; then the content is written under another name, held against the manifest, and gets its name only
/// then. A crash leaves the package there and noted, or as if nothing had happened.
///
/// # Errors
/// The first [`Refusal`]; errors of reading, of writing and of the inbox.
pub fn open<R: Read + Seek>(
    source: R,
    opener: &Opener<'_>,
    directory: &Directory,
    inbox: &Inbox,
    now: Instant,
    limits: &Limits,
) -> Result<Received, DeliveryError> {
    let mut opened = Opened::open(source, opener.identities)?;
    let (facts, _) = signed(&mut Archive::open(&mut opened, limits)?, directory)?;
    admit(&facts, opener.organisation, now)?;
    inbox.refuse_again(&facts)?;
    opened.seek(SeekFrom::Start(0)).map_err(DeliveryError::reading)?;
    inbox.receive(&facts, now, |file| {
        copy(&mut opened, file)?;
        // What was written is what is verified, signatures and all.
        let mut archive = Archive::open(&mut *file, limits)?;
        let (written, signers) = signed(&mut archive, directory)?;
        if written.bytes != facts.bytes {
            return Err(Refusal::Seal(crate::sealing::SealFault::Damaged).into());
        }
        verify_content(&mut archive, written, signers)
    })
}

/// Whether `opener` may rely on the package at `now`.
fn admit(facts: &Facts, opener: OrganisationCode, now: Instant) -> Result<(), Refusal> {
    if facts.audience.is_empty() {
        return Err(Refusal::NoAudience);
    }
    if !facts.audience.contains(&opener) {
        return Err(Refusal::NotInAudience);
    }
    if facts.created_at.unix_seconds() > now.unix_seconds().saturating_add(CLOCK_SKEW) {
        return Err(Refusal::MadeInFuture);
    }
    if facts.expires_at.is_some_and(|expires| expires < now) {
        return Err(Refusal::Expired);
    }
    Ok(())
}
