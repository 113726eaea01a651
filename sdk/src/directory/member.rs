//! A member of a verified directory, and what its keys count for.

use crate::{
    code::lists::{EndpointKind, KeyRevocationReason, MemberRevocationReason, MemberRole, TokenPurpose},
    fault,
    signing::{KeyId, VerifyingKey},
    value::{Instant, OrganisationCode, Uuid7},
};

/// The id of a member 成员标识号.
///
/// ```
/// use tongzhou::directory::MemberId;
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let id: MemberId = "019a0000-0000-7000-8000-00000000a012".parse()?;
/// assert_eq!(members.member(&id).map(|member| member.name.as_str()), Some("示例市儿童医院"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub type MemberId = Uuid7;

/// A member of the alliance 成员机构, as a verified directory lists it.
///
/// ```
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let hospital = members.member_with_code("1211000040000000XT").ok_or("no such member")?;
/// assert_eq!(hospital.name, "示例市儿童医院");
/// assert!(hospital.is_member_at(now));
/// // To whom a package for it is sealed today.
/// let recipients: Vec<&str> = hospital.recipients_at(now).collect();
/// assert_eq!(recipients, ["age139ur425lc6tyqc9q95r0xvcmxdqgfapc7rytl89f7uhqc3gtjgvq73anj6"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its id.
    pub id: MemberId,
    /// Its unified social credit code 统一社会信用代码.
    pub code: OrganisationCode,
    /// Its name as registered.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// What it does in the alliance.
    pub roles: Vec<MemberRole>,
    /// The keys with which its signatures are checked, old ones included.
    pub signing_keys: Vec<SigningKey>,
    /// The keys to which packages for it are sealed, old ones included.
    pub recipient_keys: Vec<RecipientKey>,
    /// The public halves of the shares with which it evaluates tokens.
    pub token_shares: Vec<TokenShare>,
    /// Where its systems are reached.
    pub endpoints: Vec<Endpoint>,
    pub(super) membership: Period,
}

/// A signing key of a member.
///
/// ```
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let charity = members.member_with_code("531000000000000008").ok_or("no such member")?;
/// // The key of today, and one that was replaced: what that one signed before is still known.
/// let [today, old] = charity.signing_keys.as_slice() else { panic!("two keys") };
/// assert_ne!(today.key.id(), old.key.id());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey {
    /// The public key.
    pub key: VerifyingKey,
    pub(super) term: Term,
}

/// A key of a member to which packages are sealed.
///
/// ```
/// use tongzhou::sealing::Recipient;
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let secretariat = members.member_with_code("51100000000000107R").ok_or("no such member")?;
/// let recipient: Recipient = secretariat.recipient_keys[0].recipient.parse()?;
/// assert!(recipient.to_string().starts_with("age1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientKey {
    /// The recipient as age writes it, `age1…`.
    pub recipient: String,
    pub(super) term: Term,
}

/// The public half of a share of a key of tokens 令牌密钥份额, as the directory lists it. Whether it is an element of
/// the group, and whether all shares of a key belong together, is found where tokens are made.
///
/// ```
/// use tongzhou::code::lists::TokenPurpose;
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let evaluator = members.member_with_code("533100001234567881").ok_or("no such member")?;
/// let [share] = evaluator.token_shares.as_slice() else { panic!("one share") };
/// assert_eq!((share.purpose, share.epoch, share.number, share.threshold), (TokenPurpose::Subject, 1, 1, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenShare {
    /// Which tokens the key makes.
    pub purpose: TokenPurpose,
    /// The number of the key's epoch.
    pub epoch: u32,
    /// The number of the share, from 1.
    pub number: u8,
    /// How many shares make a token.
    pub threshold: u8,
    /// The element, 32 bytes in base64url.
    pub public_key: String,
}

/// One address of a member's systems.
///
/// ```
/// use tongzhou::code::lists::EndpointKind;
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let charity = members.member_with_code("531000000000000008").ok_or("no such member")?;
/// let inbox = charity.endpoints.iter().find(|endpoint| endpoint.kind == EndpointKind::PackageInbox);
/// assert_eq!(inbox.map(|inbox| inbox.url.as_str()), Some("https://inbox.serious-illness.example/"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// What is done there.
    pub kind: EndpointKind,
    /// The address, which begins with `https://`.
    pub url: String,
}

/// An organisation that is no member any more.
///
/// ```
/// use tongzhou::code::lists::MemberRevocationReason;
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let gone = &members.revoked_members()[0];
/// assert_eq!(gone.name.as_deref(), Some("示例社会工作服务中心"));
/// assert_eq!((gone.reason, gone.at.to_string().as_str()), (MemberRevocationReason::Merged, "2026-09-15T02:00:00Z"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevokedMember {
    /// The id that it had.
    pub id: MemberId,
    /// Its name, where it is told.
    pub name: Option<String>,
    /// When it ceased to be a member.
    pub at: Instant,
    /// Why.
    pub reason: MemberRevocationReason,
    /// The signing keys that it had.
    pub keys: Vec<KeyId>,
}

/// A key by which something is signed, and whose it is.
///
/// ```
/// use tongzhou::{directory::KeyStanding, signing::SigningKey, value::Sha256Digest};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let seed = Sha256Digest::of(b"tongzhou example key: serious-illness-2025");
/// # let old = SigningKey::from_seed(seed.as_bytes()).verifying_key();
/// let signer = members.signer(&old.id()).ok_or("nobody's key")?;
/// assert_eq!((signer.member.name.as_str(), signer.verifying_key()), ("示例儿童大病救助基金会", old));
/// // It was replaced on 1 September 2026.
/// assert!(signer.valid_at("2026-08-31T16:00:00Z".parse()?));
/// assert_eq!(signer.standing_at(now), KeyStanding::Revoked);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Signer<'d> {
    /// The member.
    pub member: &'d Member,
    /// Its key.
    pub key: &'d SigningKey,
}

/// What a key counts for at an instant.
///
/// ```
/// use tongzhou::{directory::KeyStanding, signing::SigningKey, value::Sha256Digest};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// # let seed = Sha256Digest::of(b"tongzhou example key: hospital");
/// # let key = SigningKey::from_seed(seed.as_bytes()).verifying_key();
/// // In force from 1 September 2026 for two years.
/// let signer = members.signer(&key.id()).ok_or("nobody's key")?;
/// let standing = |at: &str| at.parse().map(|at| signer.standing_at(at));
/// assert_eq!(standing("2026-08-31T00:00:00Z")?, KeyStanding::NotYet);
/// assert_eq!(standing("2026-10-01T00:00:00Z")?, KeyStanding::Valid);
/// assert_eq!(standing("2028-09-01T00:00:00Z")?, KeyStanding::Expired);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyStanding {
    /// It counts.
    Valid,
    /// Its time has not yet begun.
    NotYet,
    /// Its time is over.
    Expired,
    /// It was given up before that instant.
    Revoked,
    /// It was given up because somebody else may have it: nothing counts, whatever its date says.
    Compromised,
    /// Its holder was not yet a member.
    BeforeMembership,
    /// Its holder was no member any more.
    AfterMembership,
}

/// From an instant, which belongs to it, until another, which does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) from: Instant,
    pub(super) until: Option<Instant>,
}

/// For how long a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) period: Period,
    pub(super) revoked: Option<(Instant, KeyRevocationReason)>,
}

impl Member {
    /// Whether the organisation is a member at that instant.
    pub fn is_member_at(&self, at: Instant) -> bool {
        self.membership.contains(at)
    }

    /// The recipients to which a package for it can be sealed at that instant.
    pub fn recipients_at(&self, at: Instant) -> impl Iterator<Item = &str> {
        let here = self.is_member_at(at);
        let good = move |key: &&RecipientKey| here && key.term.standing(at) == KeyStanding::Valid;
        self.recipient_keys.iter().filter(good).map(|key| key.recipient.as_str())
    }
}

impl Signer<'_> {
    /// The public key.
    pub fn verifying_key(&self) -> VerifyingKey {
        self.key.key
    }

    /// What a signature that was made at that instant counts for. The instant is the signer's own word; only a
    /// compromised key makes it worthless.
    pub fn standing_at(&self, at: Instant) -> KeyStanding {
        let Member { membership, .. } = self.member;
        match self.key.term.standing(at) {
            KeyStanding::Valid if at < membership.from => KeyStanding::BeforeMembership,
            KeyStanding::Valid if !membership.contains(at) => KeyStanding::AfterMembership,
            standing => standing,
        }
    }

    /// Whether a signature that was made at that instant counts.
    pub fn valid_at(&self, at: Instant) -> bool {
        self.standing_at(at) == KeyStanding::Valid
    }
}

impl Period {
    pub(super) fn contains(self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

impl Term {
    fn standing(&self, at: Instant) -> KeyStanding {
        match self.revoked {
            Some((_, KeyRevocationReason::Compromised)) => KeyStanding::Compromised,
            Some((since, _)) if since <= at && !fault::is("revoked-key-counts") => KeyStanding::Revoked,
            _ if at < self.period.from && fault::is("key-counts-before-its-time") => KeyStanding::Valid,
            _ if at < self.period.from => KeyStanding::NotYet,
            _ if !self.period.contains(at) && !fault::is("key-counts-after-its-time") => KeyStanding::Expired,
            _ => KeyStanding::Valid,
        }
    }
}
