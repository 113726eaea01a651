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
///
/// ```
/// // A package that says it was made four minutes from now is taken, one of six minutes is not.
/// assert!((4 * 60..6 * 60).contains(&tongzhou::delivery::CLOCK_SKEW));
/// ```
pub const CLOCK_SKEW: i64 = 300;

/// Who opens.
///
/// ```
/// use tongzhou::{delivery::Opener, sealing::Identity};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// // A published test key of the shipped directory.
/// let ours = [Identity::from_text(
///     "AGE-SECRET-KEY-184KC7XVQ5MKTY25NEDMMN50HWCHEA08STF764H98XPXT2XQJHH5QKP0UNN",
/// )?];
/// let opener = Opener::by_directory(&ours, &members)?;
/// assert_eq!(opener.organisation.as_str(), "531000000000000008");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Opener<'k> {
    /// The organisation that opens; it has to be of the audience.
    pub organisation: OrganisationCode,
    /// Its keys, of which one has to fit: an old one too, as long as something sealed for it may be on its way.
    pub identities: &'k [Identity],
}

/// A package that was opened.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     delivery::{DeliveryError, Inbox, Opener, Received, open},
///     directory::Directory,
///     package::limits::Limits,
///     value::Instant,
/// };
///
/// /// Notes in our own list what came, and gives it to whoever is on duty.
/// fn receive(
///     sealed: &[u8],
///     opener: &Opener<'_>,
///     directory: &Directory,
///     inbox: &Inbox,
///     now: Instant,
/// ) -> Result<String, DeliveryError> {
///     let Received { verified, path } =
///         open(Cursor::new(sealed), opener, directory, inbox, now, &Limits::STANDARD)?;
///     Ok(format!("{} with {} entries lies in {}", verified.package_id, verified.entries, path.display()))
/// }
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let folder = std::env::temp_dir().join(format!("tongzhou-received-{}", std::process::id()));
/// # let (mut signed, mut sealed) = (Vec::new(), Vec::new());
/// # let seed = tongzhou::value::Sha256Digest::of(b"tongzhou example key: serious-illness");
/// # let key = tongzhou::signing::SigningKey::from_seed(seed.as_bytes());
/// # tongzhou::delivery::sign(Cursor::new(shipped("joint-aid.tzpkg")), &key, &Limits::STANDARD, &mut signed)?;
/// # tongzhou::delivery::seal(Cursor::new(&signed), &members, now, &Limits::STANDARD, &mut sealed)?;
/// # let key = "AGE-SECRET-KEY-1PWA8RHXNNMKW80NR7MGU8SRK98CAKA629YUWUDL8FHX5KK4ZPW6QG4D6HU";
/// # let keys = [tongzhou::sealing::Identity::from_text(key)?];
/// # let opener = Opener::by_directory(&keys, &members)?;
/// # let said = receive(&sealed, &opener, &members, &Inbox::at(&folder)?, now)?;
/// assert!(said.starts_with("019a0000-0000-7000-8000-0000000008f0 with "));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     delivery::{DeliveryError, Inbox, Opener, Refusal, open},
///     package::limits::Limits,
///     sealing::{Identity, SealFault},
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let folder = std::env::temp_dir().join(format!("tongzhou-open-{}", std::process::id()));
/// # let key = "AGE-SECRET-KEY-1PWA8RHXNNMKW80NR7MGU8SRK98CAKA629YUWUDL8FHX5KK4ZPW6QG4D6HU";
/// # let keys = [Identity::from_text(key)?];
/// let opener = Opener::by_directory(&keys, &members)?;
/// let inbox = Inbox::at(&folder)?;
/// // A package that nobody has sealed is not received this way.
/// let plain = Cursor::new(shipped("emergency.tzpkg"));
/// let refused = open(plain, &opener, &members, &inbox, now, &Limits::STANDARD).expect_err("not sealed");
/// assert!(matches!(refused, DeliveryError::Refused(Refusal::Seal(SealFault::NotSealed))));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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

/// What [`open`] verifies of a sealed package, without an inbox: nothing is written, and a package that comes again is
/// judged again. For a receiver that keeps packages sealed as they came.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     delivery::{DeliveryError, Opener, Refusal, examine},
///     package::limits::Limits,
///     sealing::{Identity, SealFault},
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let identities = [Identity::generate()];
/// let opener = Opener { organisation: "531000000000000008".parse()?, identities: &identities };
/// let plain = Cursor::new(shipped("emergency.tzpkg"));
/// let refused = examine(plain, &opener, &members, now, &Limits::STANDARD).expect_err("not sealed");
/// assert!(matches!(refused, DeliveryError::Refused(Refusal::Seal(SealFault::NotSealed))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first [`Refusal`]; errors of reading.
pub fn examine<R: Read + Seek>(
    source: R,
    opener: &Opener<'_>,
    directory: &Directory,
    now: Instant,
    limits: &Limits,
) -> Result<Verified, DeliveryError> {
    let mut archive = Archive::open(Opened::open(source, opener.identities)?, limits)?;
    let (facts, signers) = signed(&mut archive, directory)?;
    admit(&facts, opener.organisation, now)?;
    verify_content(&mut archive, facts, signers)
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
