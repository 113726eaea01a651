//! A member of a verified directory, and what its keys count for.

use crate::{
    code::lists::{EndpointKind, KeyRevocationReason, MemberRevocationReason, MemberRole},
    signing::{KeyId, VerifyingKey},
    value::{Instant, OrganisationCode, Uuid7},
};

/// The id of a member 成员标识号.
pub type MemberId = Uuid7;

/// A member of the alliance 成员机构, as a verified directory lists it.
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
    /// Where its systems are reached.
    pub endpoints: Vec<Endpoint>,
    pub(super) membership: Period,
}

/// A signing key of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningKey {
    /// The public key.
    pub key: VerifyingKey,
    pub(super) term: Term,
}

/// A key of a member to which packages are sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientKey {
    /// The recipient as age writes it, `age1…`.
    pub recipient: String,
    pub(super) term: Term,
}

/// One address of a member's systems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// What is done there.
    pub kind: EndpointKind,
    /// The address, which begins with `https://`.
    pub url: String,
}

/// An organisation that is no member any more.
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
#[derive(Clone, Copy, Debug)]
pub struct Signer<'d> {
    /// The member.
    pub member: &'d Member,
    /// Its key.
    pub key: &'d SigningKey,
}

/// What a key counts for at an instant.
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
            Some((since, _)) if since <= at => KeyStanding::Revoked,
            _ if at < self.period.from => KeyStanding::NotYet,
            _ if !self.period.contains(at) => KeyStanding::Expired,
            _ => KeyStanding::Valid,
        }
    }
}
