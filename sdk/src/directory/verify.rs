//! The one way to a directory that can be relied on.

use crate::{
    json,
    model::{self, version::Version},
    signing::{Jws, KeyId, SignatureFault, Subject},
    value::{Instant, Sha256Digest, Uuid7},
};

use super::{
    board::Board,
    contents::{Contents, instant},
    fault::{DirectoryFault, Within},
    member::{Member, MemberId, RevokedMember, Signer},
    trust::{Basis, Seen, Trust},
};

/// How large a directory may be, in bytes.
///
/// ```
/// use tongzhou::directory::{Directory, DirectoryFault, MAX_DIRECTORY_BYTES};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// // Nothing of it is read.
/// let large = vec![b' '; MAX_DIRECTORY_BYTES + 1];
/// assert_eq!(Directory::verify(&large, signatures, &trust, now), Err(DirectoryFault::TooLarge));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const MAX_DIRECTORY_BYTES: usize = 8 << 20;
/// For how many days a directory may be relied on.
///
/// ```
/// use tongzhou::directory::MAX_LIFE_DAYS;
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let life = members.issued_at().utc_date().days_until(members.expires_at().utc_date());
/// assert!(life <= MAX_LIFE_DAYS);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const MAX_LIFE_DAYS: i64 = 90;
/// By how much clocks may differ, in seconds.
///
/// ```
/// use tongzhou::{directory::{CLOCK_SKEW_SECONDS, Directory}, value::Instant};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// // The clock here is slow, and the directory seems to come from the future: by ten minutes at most.
/// let slow = |seconds: i64| Instant::from_unix_seconds(members.issued_at().unix_seconds() - seconds);
/// let check = |now: Option<Instant>| now.map(|now| Directory::verify(directory, signatures, &trust, now).is_ok());
/// assert_eq!(check(slow(CLOCK_SKEW_SECONDS)), Some(true));
/// assert_eq!(check(slow(CLOCK_SKEW_SECONDS + 1)), Some(false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const CLOCK_SKEW_SECONDS: i64 = 600;

/// A member directory 成员名录 that was verified.
///
/// ```
/// use tongzhou::{directory::Directory, value::Sha256Digest};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let members = Directory::verify(directory, signatures, &trust, now)?;
/// assert_eq!((members.alliance_name(), members.version()), ("示例儿童大病救助联盟", 4));
/// assert_eq!(members.alliance_id().to_string(), "019a0000-0000-7000-8000-00000000a001");
/// assert_eq!(members.issued_at().to_string(), "2026-09-15T02:00:00Z");
/// assert_eq!(members.expires_at().to_string(), "2026-12-10T02:00:00Z");
/// assert_eq!((members.board().threshold(), members.signed_by().len()), (2, 2));
/// assert_eq!((members.members().len(), members.revoked_members().len()), (4, 1));
/// assert_eq!(members.sha256(), Sha256Digest::of(directory));
/// // From now on nothing older is taken.
/// assert_eq!(members.trust(now).version(), Some(4));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directory {
    text: String,
    sha256: Sha256Digest,
    alliance_id: Uuid7,
    alliance_name: String,
    version: u32,
    issued_at: Instant,
    expires_at: Instant,
    board: Board,
    signed_by: Vec<KeyId>,
    contents: Contents,
}

impl Directory {
    /// Verifies the two files of a directory against what was trusted before, at `now`.
    ///
    /// Keep [`trust`](Self::trust) of the outcome for the next time.
    ///
    /// # Errors
    /// The first fault, in this order: its shape and board, the signatures of its own board, its version, the
    /// signatures of the board that was trusted before, its time, its members.
    pub fn verify(
        directory: &[u8],
        signatures: &[u8],
        trust: &Trust,
        now: Instant,
    ) -> Result<Self, DirectoryFault> {
        let verified = Self::follow(directory, signatures, trust, now)?;
        if now < verified.expires_at {
            return Ok(verified);
        }
        // Who offers what is known already when it has expired may have newer ones to hold back.
        let nothing_newer = trust.version() == Some(verified.version);
        Err(if nothing_newer { DirectoryFault::Frozen } else { DirectoryFault::Expired })
    }

    /// As [`verify`](Self::verify), of a version that may have expired: a step on the way from an old trust to the
    /// newest version, when the board has changed more than once in between. Nothing but
    /// [`trust`](Self::trust) should be taken from the outcome.
    ///
    /// ```
    /// use tongzhou::directory::{Directory, DirectoryFault};
    ///
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
    /// # let now = "2026-10-01T08:00:00Z".parse()?;
    /// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
    /// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
    /// // In the new year the version has expired. Its board may still have signed the versions after it.
    /// let later = "2027-01-01T00:00:00Z".parse()?;
    /// assert_eq!(Directory::verify(directory, signatures, &trust, later), Err(DirectoryFault::Expired));
    /// let trust = Directory::follow(directory, signatures, &trust, later)?.trust(later);
    /// assert_eq!(trust.version(), Some(4));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`verify`](Self::verify).
    pub fn follow(
        directory: &[u8],
        signatures: &[u8],
        trust: &Trust,
        now: Instant,
    ) -> Result<Self, DirectoryFault> {
        let text = text_of(directory)?;
        let written = read(text)?;
        let seen = match &trust.0 {
            Basis::Seen(seen) => Some(seen),
            Basis::Board(_) => None,
        };
        let board = Board::read(&written.board)?;
        if matches!(&trust.0, Basis::Board(fingerprint) if *fingerprint != board.fingerprint()) {
            return Err(DirectoryFault::OtherBoard);
        }
        let signers = signers(directory, signatures, &board, seen)?;
        let (have, need) = (board.count(&signers), board.threshold());
        if have < need {
            return Err(DirectoryFault::TooFewSignatures { have, need });
        }
        let times = Times {
            issued_at: instant(&written.issued_at, Within::Itself)?,
            expires_at: instant(&written.expires_at, Within::Itself)?,
        };
        let alliance_id = written.alliance_id.as_str().parse().map_err(|_| DirectoryFault::OtherAlliance)?;
        let sha256 = Sha256Digest::of(directory);
        if let Some(seen) = seen {
            if seen.alliance != alliance_id {
                return Err(DirectoryFault::OtherAlliance);
            }
            succeeds(&written, sha256, &times, &signers, seen)?;
            if now.unix_seconds() + CLOCK_SKEW_SECONDS < seen.checked_at.unix_seconds() {
                return Err(DirectoryFault::ClockBehind);
            }
        }
        times.check(now)?;
        let contents = Contents::read(&written, seen.map_or(&[], |seen| &seen.revoked))?;
        Ok(Self {
            text: text.to_owned(),
            sha256,
            alliance_id,
            alliance_name: written.alliance_name.as_str().to_owned(),
            version: written.version.get(),
            issued_at: times.issued_at,
            expires_at: times.expires_at,
            board,
            signed_by: signers,
            contents,
        })
    }

    /// What to trust from now on.
    pub fn trust(&self, now: Instant) -> Trust {
        Trust::seen(self, now)
    }

    /// The document, with everything that it says.
    ///
    /// ```
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
    /// # let now = "2026-10-01T08:00:00Z".parse()?;
    /// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
    /// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
    /// assert_eq!(members.document()?.members[0].services.len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// None: it was read before.
    pub fn document(&self) -> Result<model::Directory<'_>, json::Fault> {
        json::from_str(&self.text)
    }

    /// The SHA-256 of its exact bytes.
    pub const fn sha256(&self) -> Sha256Digest {
        self.sha256
    }

    /// The id of the alliance.
    pub const fn alliance_id(&self) -> Uuid7 {
        self.alliance_id
    }

    /// The name of the alliance.
    pub fn alliance_name(&self) -> &str {
        &self.alliance_name
    }

    /// The number of the version.
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// When it was issued.
    pub const fn issued_at(&self) -> Instant {
        self.issued_at
    }

    /// When it must no longer be relied on.
    pub const fn expires_at(&self) -> Instant {
        self.expires_at
    }

    /// Its board.
    pub const fn board(&self) -> &Board {
        &self.board
    }

    /// The keys of the board, its own or the one trusted before, that have signed.
    pub fn signed_by(&self) -> &[KeyId] {
        &self.signed_by
    }

    /// Every member, in the order of the document.
    pub fn members(&self) -> &[Member] {
        &self.contents.members
    }

    /// Every organisation that was a member and is none any more.
    pub fn revoked_members(&self) -> &[RevokedMember] {
        &self.contents.revoked
    }

    /// The member of this id.
    ///
    /// ```
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
    /// # let now = "2026-10-01T08:00:00Z".parse()?;
    /// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
    /// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
    /// let hospital = members.member(&"019a0000-0000-7000-8000-00000000a012".parse()?);
    /// assert_eq!(hospital.map(|member| member.code.as_str()), Some("1211000040000000XT"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn member(&self, id: &MemberId) -> Option<&Member> {
        self.members().iter().find(|member| member.id == *id)
    }

    /// The member with this unified social credit code.
    ///
    /// ```
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
    /// # let now = "2026-10-01T08:00:00Z".parse()?;
    /// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
    /// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
    /// let hospital = members.member_with_code("1211000040000000XT");
    /// assert_eq!(hospital.map(|member| member.name.as_str()), Some("示例市儿童医院"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn member_with_code(&self, code: &str) -> Option<&Member> {
        self.members().iter().find(|member| member.code.as_str() == code)
    }

    /// Whose key this is; what it counts for is for [`Signer::standing_at`].
    ///
    /// ```
    /// use tongzhou::signing::SigningKey;
    ///
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
    /// # let now = "2026-10-01T08:00:00Z".parse()?;
    /// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
    /// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
    /// let stranger = SigningKey::from_seed(&[7; 32]).verifying_key();
    /// assert!(members.signer(&stranger.id()).is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn signer(&self, key: &KeyId) -> Option<Signer<'_>> {
        self.members().iter().find_map(|member| {
            let key = member.signing_keys.iter().find(|own| own.key.id() == *key)?;
            Some(Signer { member, key })
        })
    }

    /// The revoked member that had this key.
    ///
    /// ```
    /// use tongzhou::{signing::SigningKey, value::Sha256Digest};
    ///
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
    /// # let now = "2026-10-01T08:00:00Z".parse()?;
    /// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
    /// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
    /// # let seed = Sha256Digest::of(b"tongzhou example key: social-work");
    /// # let key = SigningKey::from_seed(seed.as_bytes()).verifying_key();
    /// let gone = members.revoked_signer(&key.id()).and_then(|member| member.name.as_deref());
    /// assert_eq!(gone, Some("示例社会工作服务中心"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn revoked_signer(&self, key: &KeyId) -> Option<&RevokedMember> {
        self.revoked_members().iter().find(|member| member.keys.contains(key))
    }

    /// The recipients of age to which a package for the member with this unified social credit code or member id
    /// can be sealed at that instant; none where there is no such member or it has no such key.
    ///
    /// ```
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
    /// # let now = "2026-10-01T08:00:00Z".parse()?;
    /// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
    /// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
    /// assert_eq!(members.recipients_of("531000000000000008", now).len(), 1);
    /// assert!(members.recipients_of("12410000000000027F", now).is_empty(), "no member");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn recipients_of(&self, member: &str, at: Instant) -> Vec<&str> {
        let found = self.member_with_code(member).or_else(|| self.member(&member.parse().ok()?));
        found.map_or_else(Vec::new, |member| member.recipients_at(at).collect())
    }
}

/// The text of a directory, which is not too long to be one.
pub(super) fn text_of(directory: &[u8]) -> Result<&str, DirectoryFault> {
    if directory.len() > MAX_DIRECTORY_BYTES {
        return Err(DirectoryFault::TooLarge);
    }
    json::text_of(directory).map_err(DirectoryFault::NotADirectory)
}

/// Reads the document in its shape.
pub(super) fn read(text: &str) -> Result<model::Directory<'_>, DirectoryFault> {
    let version = json::text_member(text, "standardVersion");
    if version.is_some_and(|version| Version::known(&version).is_none()) {
        return Err(DirectoryFault::UnsupportedVersion);
    }
    json::from_str(text).map_err(DirectoryFault::NotADirectory)
}

/// When a version was made and how long it may be relied on.
struct Times {
    issued_at: Instant,
    expires_at: Instant,
}

impl Times {
    fn check(&self, now: Instant) -> Result<(), DirectoryFault> {
        let life = self.expires_at.unix_seconds() - self.issued_at.unix_seconds();
        if life <= 0 {
            return Err(DirectoryFault::ExpiresBeforeIssued);
        }
        if life > MAX_LIFE_DAYS * 86_400 {
            return Err(DirectoryFault::LivesTooLong);
        }
        if self.issued_at.unix_seconds() > now.unix_seconds() + CLOCK_SKEW_SECONDS {
            return Err(DirectoryFault::IssuedInFuture);
        }
        Ok(())
    }
}

/// The keys of either board that have signed these bytes. A signature of somebody else counts for nothing; one of
/// theirs over other bytes shows that something was changed.
fn signers(
    directory: &[u8],
    signatures: &[u8],
    board: &Board,
    seen: Option<&Seen>,
) -> Result<Vec<KeyId>, DirectoryFault> {
    let jws = Jws::read(signatures, Subject::Directory).map_err(DirectoryFault::Signatures)?;
    let key_of = |id: &KeyId| board.key(id).or_else(|| seen?.board.key(id));
    let mut signers = Vec::new();
    for verdict in jws.verify(directory, key_of) {
        match verdict {
            Ok(id) => signers.push(id),
            Err(SignatureFault::Wrong(id)) => return Err(DirectoryFault::WrongSignature(id)),
            Err(SignatureFault::UnknownKey(_)) => {}
        }
    }
    Ok(signers)
}

/// Whether a version may follow the one that was seen.
fn succeeds(
    written: &model::Directory<'_>,
    sha256: Sha256Digest,
    times: &Times,
    signers: &[KeyId],
    seen: &Seen,
) -> Result<(), DirectoryFault> {
    let offered = written.version.get();
    if offered < seen.version {
        return Err(DirectoryFault::Rollback { offered, seen: seen.version });
    }
    if offered == seen.version {
        return if sha256 == seen.sha256 { Ok(()) } else { Err(DirectoryFault::SameVersionDiffers(offered)) };
    }
    let (have, need) = (seen.board.count(signers), seen.board.threshold());
    if have < need {
        return Err(DirectoryFault::TooFewOfTrustedBoard { have, need });
    }
    let follows =
        || written.previous.as_ref().is_some_and(|digest| digest.as_str() == seen.sha256.to_string());
    if offered == seen.version + 1 && !follows() {
        return Err(DirectoryFault::Forked);
    }
    if times.issued_at < seen.issued_at {
        return Err(DirectoryFault::IssuedBeforeSeen);
    }
    Ok(())
}
