//! Making the next version of a directory: what the secretariat changes, before the board signs.

use thiserror::Error;

use crate::{
    code::lists::{KeyRevocationReason, MemberRevocationReason},
    json,
    model::{
        self,
        directory::{BoardKey as WrittenKey, DirectoryBoard, RevokedMember as WrittenRevoked},
        key::{KeyIdText, KeyRevocation, PublicKeyText},
        literal::Literal,
        primitive::{Count, List},
        texts::{DigestText, IdText, InstantText, TitleText},
        version::Version,
    },
    signing::{Jws, KeyId, SigningKey, Subject},
    value::{Instant, Sha256Digest, Uuid7, organisation_code::OrganisationCodeError},
};

use super::{
    board::Board,
    contents::Contents,
    fault::DirectoryFault,
    verify::{MAX_LIFE_DAYS, read, text_of},
};

/// For how many days a version is good where nobody says otherwise: the most there can be.
///
/// ```
/// use tongzhou::directory::{DEFAULT_DAYS, Revision};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let next = Revision::of(directory, Some(signatures), now, DEFAULT_DAYS)?.finish()?;
/// let next: tongzhou::model::Directory<'_> = serde_json::from_slice(&next)?;
/// // Ninety days after 1 October.
/// assert_eq!(next.expires_at.as_str(), "2026-12-30T08:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub const DEFAULT_DAYS: i64 = MAX_LIFE_DAYS;

/// What the first version of a directory begins with.
///
/// ```
/// use tongzhou::{
///     directory::{Board, BoardKey, DEFAULT_DAYS, Directory, Founding, Trust, sign},
///     signing::SigningKey,
/// };
///
/// # let key = SigningKey::from_seed(&[7; 32]);
/// let holder = BoardKey { key: key.verifying_key(), holder: "示例联盟理事长".to_owned() };
/// let founding = Founding {
///     alliance_id: "019a0000-0000-7000-8000-00000000a0ff".parse()?,
///     alliance_name: "示例联盟".to_owned(),
///     alliance_name_en: None,
///     board: Board::new(1, vec![holder])?,
/// };
/// let now = "2026-10-01T08:00:00Z".parse()?;
/// let directory = founding.directory(now, DEFAULT_DAYS)?;
/// let signatures = sign(&directory, None, &key)?;
/// let members = Directory::verify(&directory, &signatures, &Trust::board(founding.board.fingerprint()), now)?;
/// assert_eq!((members.version(), members.members().len()), (1, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Founding {
    /// The id of the alliance, a fresh one.
    pub alliance_id: Uuid7,
    /// The name of the alliance.
    pub alliance_name: String,
    /// Its name in English.
    pub alliance_name_en: Option<String>,
    /// The board.
    pub board: Board,
}

/// The next version of a directory, being made.
///
/// ```
/// use tongzhou::{
///     code::lists::{KeyRevocationReason, MemberRevocationReason},
///     directory::{Board, Revision, board_of},
///     model,
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let mut next = Revision::of(directory, Some(signatures), now, 90)?;
/// assert_eq!(next.version(), 5);
/// // A member hands in its entry anew, one leaves, one has lost a key; the board asks for three signatures from now on.
/// next.add(shipped("member.json"), true)?;
/// next.revoke("1211000040000000XT", MemberRevocationReason::Left)?;
/// let lost = "age1d9cuy6jw4t86qe3uf8wgky7kg2w8da7lpw4h54y7t70lk5h7xefsdycfxv";
/// next.revoke_key("531000000000000008", lost, KeyRevocationReason::Lost)?;
/// next.board(&Board::new(3, board_of(directory)?.keys().to_vec())?)?;
///
/// let next = next.finish()?;
/// let next: model::Directory<'_> = serde_json::from_slice(&next)?;
/// assert_eq!((next.members.len(), next.revoked_members.len()), (3, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Revision<'a> {
    directory: model::Directory<'a>,
    now: Instant,
}

/// Which keys come into a directory and which go out of it with a member's new entry: the names of signing keys, then
/// recipients of age.
///
/// ```
/// use tongzhou::{
///     directory::{NewKeys, Revision, entry_of},
///     signing::SigningKey,
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// let key = SigningKey::from_seed(&[7; 32]).verifying_key();
/// let former = entry_of(directory, "531000000000000008")?;
/// let entry = NewKeys { signing: Some(key), recipient: None }.entry(&former, now, 2)?;
///
/// let mut next = Revision::of(directory, Some(signatures), now, 90)?;
/// let change = next.add(&entry, true)?;
/// assert_eq!(change.added, [key.id().to_string()]);
/// assert!(change.dropped.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyChange {
    /// The keys that were not listed for the member before.
    pub added: Vec<String>,
    /// The keys that are listed no more.
    pub dropped: Vec<String>,
}

/// Why a version cannot be made.
///
/// ```
/// use tongzhou::directory::{Revision, RevisionFault};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let mut next = Revision::of(directory, Some(signatures), now, 90)?;
/// // It is listed, and nobody said that its entry is to be replaced.
/// assert_eq!(next.add(shipped("member.json"), false), Err(RevisionFault::MemberThere));
/// assert!(matches!(Revision::of(directory, Some(signatures), now, 91), Err(RevisionFault::Days)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RevisionFault {
    /// What it begins with, or what came out, is no sound directory.
    #[error(transparent)]
    Directory(#[from] DirectoryFault),
    /// What is to be added is not of the shape of a member.
    #[error("this is no member's entry: {0}")]
    NotAMember(json::Fault),
    /// The member is listed already.
    #[error("the member is listed already")]
    MemberThere,
    /// The member was revoked, and does not come back under its old id.
    #[error("the member was revoked and does not come back under its old id")]
    WasRevoked,
    /// No member has this code or id.
    #[error("there is no such member")]
    NoSuchMember,
    /// The member has no such key.
    #[error("the member has no such key")]
    NoSuchKey,
    /// More days are asked for than a version may be relied on, or none.
    #[error("a directory can be relied on for 1 to 90 days")]
    Days,
    /// The unified social credit code is none.
    #[error("the unified social credit code is wrong: {0}")]
    Code(#[source] OrganisationCodeError),
    /// A key that is to be added is in the entry already.
    #[error("the key is in the entry already")]
    KeyThere,
    /// The entry has as many keys as there can be.
    #[error("the entry has as many keys as there can be")]
    KeysFull,
    /// A name is longer than the standard has room for, or a list is full.
    #[error("there is no room for it")]
    NoRoom,
    /// The file of signatures is refused.
    #[error(transparent)]
    Signatures(#[from] crate::signing::JwsFault),
}

impl Founding {
    /// The first version, not signed.
    ///
    /// # Errors
    /// [`RevisionFault::NoRoom`] and [`RevisionFault::Days`].
    pub fn directory(&self, now: Instant, days: i64) -> Result<Vec<u8>, RevisionFault> {
        let title = |text: &str| TitleText::new(text.to_owned()).ok_or(RevisionFault::NoRoom);
        let (issued_at, expires_at) = times(now, days)?;
        let directory = model::Directory {
            standard: Literal::default(),
            standard_version: Version::default(),
            document_type: Literal::default(),
            alliance_id: IdText::new(self.alliance_id.to_string()).ok_or(RevisionFault::NoRoom)?,
            alliance_name: title(&self.alliance_name)?,
            alliance_name_en: self.alliance_name_en.as_deref().map(title).transpose()?,
            version: Count::new(1).ok_or(RevisionFault::NoRoom)?,
            previous: None,
            issued_at,
            expires_at,
            board: written(&self.board)?,
            members: List::default(),
            revoked_members: List::default(),
            extensions: None,
        };
        finished(&directory)
    }
}

impl<'a> Revision<'a> {
    /// Begins with the current directory. Once a key of its board has signed it, a change makes the next version,
    /// which names the digest of this one; until then it is still the same version.
    ///
    /// # Errors
    /// Where the current one is no directory, or `days` are not between 1 and 90.
    pub fn of(
        current: &'a [u8],
        signatures: Option<&[u8]>,
        now: Instant,
        days: i64,
    ) -> Result<Self, RevisionFault> {
        let mut directory = read(text_of(current)?)?;
        if signatures.is_some_and(|signatures| is_signed(current, signatures)) {
            let version = directory.version.get().checked_add(1).and_then(Count::new);
            directory.version = version.ok_or(RevisionFault::NoRoom)?;
            directory.previous = DigestText::new(Sha256Digest::of(current).to_string());
        }
        (directory.issued_at, directory.expires_at) = times(now, days)?;
        Ok(Self { directory, now })
    }

    /// The number of the version being made.
    pub fn version(&self) -> u32 {
        self.directory.version.get()
    }

    /// Adds a member, as it speaks of itself; with `replace`, in the place of its entry so far, whose revoked keys
    /// stay revoked: what they are worth is not the member's to say. Tells which keys come and go, to be compared with
    /// the member before anybody signs.
    ///
    /// # Errors
    /// [`RevisionFault::NotAMember`], [`RevisionFault::MemberThere`], [`RevisionFault::NoSuchMember`] (nothing to
    /// replace), [`RevisionFault::WasRevoked`] and [`RevisionFault::NoRoom`].
    pub fn add(&mut self, member: &'a [u8], replace: bool) -> Result<KeyChange, RevisionFault> {
        let member: model::Member<'a> = json::from_slice(member).map_err(RevisionFault::NotAMember)?;
        if self.directory.revoked_members.iter().any(|revoked| revoked.member_id == member.member_id) {
            return Err(RevisionFault::WasRevoked);
        }
        let mut members = self.directory.members.to_vec();
        let place = members.iter_mut().find(|listed| listed.member_id == member.member_id);
        let change = match (place, replace) {
            (Some(place), true) => {
                let former = std::mem::replace(place, member);
                keep_revocations(&former, place).ok_or(RevisionFault::KeysFull)?;
                KeyChange::between(&names(&former), &names(place))
            }
            (None, false) => {
                let change = KeyChange::between(&[], &names(&member));
                members.push(member);
                change
            }
            (Some(_), false) => return Err(RevisionFault::MemberThere),
            (None, true) => return Err(RevisionFault::NoSuchMember),
        };
        self.directory.members = List::new(members).ok_or(RevisionFault::NoRoom)?;
        Ok(change)
    }

    /// Moves the member with this unified social credit code or member id to the revoked ones.
    ///
    /// # Errors
    /// [`RevisionFault::NoSuchMember`] and [`RevisionFault::NoRoom`].
    pub fn revoke(&mut self, member: &str, reason: MemberRevocationReason) -> Result<(), RevisionFault> {
        let at = instant(self.now).ok_or(RevisionFault::NoRoom)?;
        let mut members = self.directory.members.to_vec();
        let place = self.place_of(member)?;
        let gone = members.remove(place);
        let mut revoked = self.directory.revoked_members.to_vec();
        revoked.push(WrittenRevoked {
            member_id: gone.member_id,
            organisation_code: Some(gone.organisation_code),
            name: Some(gone.name),
            at,
            reason,
            note: None,
            key_ids: List::first(gone.signing_keys.iter().map(|key| key.key_id.clone())),
        });
        self.directory.members = List::new(members).ok_or(RevisionFault::NoRoom)?;
        self.directory.revoked_members = List::new(revoked).ok_or(RevisionFault::NoRoom)?;
        Ok(())
    }

    /// Revokes one key of a member, which stays listed: `key` is the name of a signing key or a recipient of age.
    ///
    /// # Errors
    /// [`RevisionFault::NoSuchMember`] and [`RevisionFault::NoSuchKey`].
    pub fn revoke_key(
        &mut self,
        member: &str,
        key: &str,
        reason: KeyRevocationReason,
    ) -> Result<(), RevisionFault> {
        let at = instant(self.now).ok_or(RevisionFault::NoRoom)?;
        let revocation = KeyRevocation { at, reason, note: None };
        let place = self.place_of(member)?;
        let mut members = self.directory.members.to_vec();
        let member = members.get_mut(place).ok_or(RevisionFault::NoSuchMember)?;
        let mut signing = member.signing_keys.to_vec();
        let mut recipients = member.recipient_keys.to_vec();
        let of_signing = signing.iter_mut().find(|own| own.key_id.as_str() == key);
        let of_recipients = recipients.iter_mut().find(|own| own.recipient.as_str() == key);
        match (of_signing, of_recipients) {
            (Some(own), _) => own.revocation = Some(revocation),
            (None, Some(own)) => own.revocation = Some(revocation),
            (None, None) => return Err(RevisionFault::NoSuchKey),
        }
        member.signing_keys = List::first(signing);
        member.recipient_keys = List::first(recipients);
        self.directory.members = List::first(members);
        Ok(())
    }

    /// Puts another board in the place of the one so far. The next version is then to be signed by enough of both.
    ///
    /// # Errors
    /// [`RevisionFault::NoRoom`].
    pub fn board(&mut self, board: &Board) -> Result<(), RevisionFault> {
        self.directory.board = written(board)?;
        Ok(())
    }

    /// The version, not signed.
    ///
    /// # Errors
    /// Where what came out would be refused: a key that two members have, a code that does not agree with itself.
    pub fn finish(&self) -> Result<Vec<u8>, RevisionFault> {
        finished(&self.directory)
    }

    fn place_of(&self, member: &str) -> Result<usize, RevisionFault> {
        let named = |listed: &model::Member<'_>| {
            listed.organisation_code.as_str() == member || listed.member_id.as_str() == member
        };
        self.directory.members.iter().position(named).ok_or(RevisionFault::NoSuchMember)
    }
}

/// Whether at least one key of its own board has signed exactly this directory.
///
/// ```
/// use tongzhou::directory::is_signed;
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// assert!(is_signed(directory, signatures));
/// // A line break more, and it is something else that was signed.
/// assert!(!is_signed(&[directory, b"\n"].concat(), signatures));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn is_signed(directory: &[u8], signatures: &[u8]) -> bool {
    let Ok(jws) = Jws::read(signatures, Subject::Directory) else { return false };
    board_of(directory).is_ok_and(|board| jws.verify(directory, |id| board.key(id)).iter().any(Result::is_ok))
}

/// Adds the signature of `key` to those there are; signatures over other bytes, from before a change, are dropped.
///
/// ```
/// use tongzhou::{directory::{sign, signatures_of}, signing::SigningKey, value::Sha256Digest};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let third = SigningKey::from_seed(Sha256Digest::of(b"tongzhou example key: board-3").as_bytes());
/// // Two of the board have signed; the third adds its own.
/// let all = sign(directory, Some(signatures), &third)?;
/// assert_eq!(signatures_of(directory, &all)?.0.len(), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Where `directory` is none, or `existing` is no file of signatures.
pub fn sign(directory: &[u8], existing: Option<&[u8]>, key: &SigningKey) -> Result<Vec<u8>, RevisionFault> {
    let board = board_of(directory)?;
    let mut jws = match existing {
        Some(existing) => Jws::read(existing, Subject::Directory)?,
        None => Jws::new(Subject::Directory),
    };
    let outdated = |id: &KeyId| board.key(id).is_some();
    let wrong = jws.verify(directory, |id| board.key(id));
    if jws.keys().zip(&wrong).any(|(id, verdict)| outdated(id) && verdict.is_err()) {
        jws = Jws::new(Subject::Directory);
    }
    jws.sign(key, directory);
    Ok(jws.to_json())
}

/// The keys of its own board that have signed exactly this directory, and how many have to.
///
/// ```
/// use tongzhou::directory::signatures_of;
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let (signers, needed) = signatures_of(directory, signatures)?;
/// assert_eq!((signers.len(), needed), (2, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Where `directory` is none, or `signatures` no file of signatures.
pub fn signatures_of(directory: &[u8], signatures: &[u8]) -> Result<(Vec<KeyId>, usize), RevisionFault> {
    let board = board_of(directory)?;
    let jws = Jws::read(signatures, Subject::Directory)?;
    let signers = jws.verify(directory, |id| board.key(id)).into_iter().filter_map(Result::ok).collect();
    Ok((signers, board.threshold()))
}

/// The board that a directory writes down, whether it is to be trusted or not.
///
/// ```
/// use tongzhou::directory::board_of;
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let board = board_of(directory)?;
/// assert_eq!(board.keys()[0].holder, "理事会第一席");
/// // What is to be read out over the telephone.
/// assert_eq!(board.fingerprint().to_string().len(), 64);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Where it is no directory, or its board is none.
pub fn board_of(directory: &[u8]) -> Result<Board, DirectoryFault> {
    Board::read(&read(text_of(directory)?)?.board)
}

/// When a version is issued, to the second, and when it expires.
fn times(now: Instant, days: i64) -> Result<(InstantText<'static>, InstantText<'static>), RevisionFault> {
    if !(1..=MAX_LIFE_DAYS).contains(&days) {
        return Err(RevisionFault::Days);
    }
    let expires = Instant::from_unix_seconds(now.unix_seconds() + days * 86_400).and_then(instant);
    instant(now).zip(expires).ok_or(RevisionFault::Days)
}

fn instant(at: Instant) -> Option<InstantText<'static>> {
    InstantText::new(Instant::from_unix_seconds(at.unix_seconds())?.to_string())
}

/// A board as the document writes it.
fn written(board: &Board) -> Result<DirectoryBoard<'static>, RevisionFault> {
    let keys = board.keys().iter().map(|key| {
        Some(WrittenKey {
            key_id: KeyIdText::new(key.key.id().to_string())?,
            public_key: PublicKeyText::new(key.key.to_string())?,
            holder: TitleText::new(key.holder.clone())?,
            organisation_code: None,
        })
    });
    let keys = keys.collect::<Option<Vec<_>>>().and_then(List::new);
    let threshold = u32::try_from(board.threshold()).ok().and_then(Count::new);
    let (keys, threshold) = keys.zip(threshold).ok_or(RevisionFault::NoRoom)?;
    Ok(DirectoryBoard { threshold, keys })
}

impl KeyChange {
    fn between(before: &[String], after: &[String]) -> Self {
        let only = |of: &[String], other: &[String]| -> Vec<String> {
            of.iter().filter(|name| !other.contains(name)).cloned().collect()
        };
        Self { added: only(after, before), dropped: only(before, after) }
    }
}

/// The names of a member's signing keys, and its recipients of age.
fn names(member: &model::Member<'_>) -> Vec<String> {
    let signing = member.signing_keys.iter().map(|key| key.key_id.as_str());
    let recipients = member.recipient_keys.iter().map(|key| key.recipient.as_str());
    signing.chain(recipients).map(str::to_owned).collect()
}

/// Carries the revoked signing keys of a member's former entry over into the new one; nothing where there is no room.
/// A revoked recipient only must not come back: nothing is ever checked by it.
fn keep_revocations<'a>(former: &model::Member<'a>, new: &mut model::Member<'a>) -> Option<()> {
    let mut keys = new.signing_keys.to_vec();
    for revoked in former.signing_keys.iter().filter(|key| key.revocation.is_some()) {
        match keys.iter_mut().find(|key| key.key_id == revoked.key_id) {
            Some(key) => *key = revoked.clone(),
            None => keys.push(revoked.clone()),
        }
    }
    new.signing_keys = List::new(keys)?;
    let mut recipients = new.recipient_keys.to_vec();
    for own in &mut recipients {
        if let Some(revoked) = former.recipient_keys.iter().find(|key| key.recipient == own.recipient)
            && revoked.revocation.is_some()
        {
            *own = revoked.clone();
        }
    }
    new.recipient_keys = List::new(recipients)?;
    Some(())
}

/// The document's bytes, once it is known that they would not be refused for what they say.
fn finished(directory: &model::Directory<'_>) -> Result<Vec<u8>, RevisionFault> {
    Board::read(&directory.board)?;
    Contents::read(directory, &[])?;
    let mut bytes = serde_json::to_vec_pretty(directory).map_err(|_| RevisionFault::NoRoom)?;
    bytes.push(b'\n');
    Ok(bytes)
}
