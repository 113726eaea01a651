//! What a directory says of members, read into checked values; what would let two be taken for one is refused.

use std::collections::HashSet;

use crate::{
    model::{
        self,
        key::{KeyRevocation, RecipientKey as WrittenRecipient, SigningKey as WrittenKey},
        member::TokenShare as WrittenShare,
        texts::InstantText,
    },
    sealing::Recipient,
    signing::KeyId,
    value::{Instant, Uuid7},
};

use super::{
    fault::{DirectoryFault, Within},
    member::{Endpoint, Member, Period, RecipientKey, RevokedMember, SigningKey, Term, TokenShare},
};

/// The members and the revoked members of a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contents {
    pub(super) members: Vec<Member>,
    pub(super) revoked: Vec<RevokedMember>,
}

impl Contents {
    /// Reads them; `revoked_before` are the ids that were revoked when a directory was last seen.
    pub(super) fn read(
        directory: &model::Directory<'_>,
        revoked_before: &[Uuid7],
    ) -> Result<Self, DirectoryFault> {
        let mut revoked: Vec<RevokedMember> = Vec::with_capacity(directory.revoked_members.len());
        for (number, written) in directory.revoked_members.iter().enumerate() {
            let at = Within::Revoked(number);
            let member = RevokedMember {
                id: id(written.member_id.as_str(), at)?,
                name: written.name.as_ref().map(|name| name.as_str().to_owned()),
                at: instant(&written.at, at)?,
                reason: written.reason,
                keys: written.key_ids.iter().filter_map(|id| id.as_str().parse().ok()).collect(),
            };
            if revoked.iter().any(|other| other.id == member.id) {
                return Err(DirectoryFault::MemberTwice(at));
            }
            revoked.push(member);
        }
        let mut seen = Seen { revoked: revoked.iter().map(|member| member.id).collect(), ..Seen::default() };
        let mut members = Vec::with_capacity(directory.members.len());
        for (number, written) in directory.members.iter().enumerate() {
            let member = member(written, number)?;
            if revoked_before.contains(&member.id) {
                return Err(DirectoryFault::RevokedMember(Within::Member(number)));
            }
            seen.add(&member, number)?;
            members.push(member);
        }
        if revoked_before.iter().any(|id| !seen.revoked.contains(id)) {
            return Err(DirectoryFault::RevocationDropped);
        }
        Ok(Self { members, revoked })
    }
}

/// What has been read already and must not come again.
#[derive(Default)]
struct Seen {
    revoked: HashSet<Uuid7>,
    ids: HashSet<Uuid7>,
    codes: HashSet<String>,
    keys: HashSet<KeyId>,
    recipients: HashSet<String>,
}

impl Seen {
    fn add(&mut self, member: &Member, number: usize) -> Result<(), DirectoryFault> {
        let at = Within::Member(number);
        if self.revoked.contains(&member.id) {
            return Err(DirectoryFault::RevokedMember(at));
        }
        if !self.ids.insert(member.id) {
            return Err(DirectoryFault::MemberTwice(at));
        }
        if !self.codes.insert(member.code.to_string()) {
            return Err(DirectoryFault::CodeTwice(at));
        }
        let new = member.signing_keys.iter().all(|key| self.keys.insert(key.key.id()))
            && member.recipient_keys.iter().all(|key| self.recipients.insert(key.recipient.clone()));
        if new { Ok(()) } else { Err(DirectoryFault::KeyTwice(at)) }
    }
}

fn member(written: &model::Member<'_>, number: usize) -> Result<Member, DirectoryFault> {
    let at = Within::Member(number);
    Ok(Member {
        id: id(written.member_id.as_str(), at)?,
        code: written.organisation_code.as_str().parse().map_err(|_| DirectoryFault::WrongCode(at))?,
        name: written.name.as_str().to_owned(),
        name_en: written.name_en.as_ref().map(|name| name.as_str().to_owned()),
        roles: written.roles.to_vec(),
        signing_keys: written
            .signing_keys
            .iter()
            .map(|key| signing_key(key, at))
            .collect::<Result<_, _>>()?,
        recipient_keys: written
            .recipient_keys
            .iter()
            .map(|key| recipient(key, at))
            .collect::<Result<_, _>>()?,
        token_shares: written.token_shares.iter().map(token_share).collect(),
        endpoints: written
            .endpoints
            .iter()
            .map(|endpoint| Endpoint { kind: endpoint.kind, url: endpoint.url.as_str().to_owned() })
            .collect(),
        membership: period(&written.valid_from, written.valid_until.as_ref(), at)?,
    })
}

fn signing_key(written: &WrittenKey<'_>, at: Within) -> Result<SigningKey, DirectoryFault> {
    let key: crate::signing::VerifyingKey =
        written.public_key.as_str().parse().map_err(|_| DirectoryFault::WrongKey(at))?;
    if key.id().to_string() != written.key_id.as_str() {
        return Err(DirectoryFault::SwappedKey(at));
    }
    let period = period(&written.valid_from, Some(&written.valid_until), at)?;
    Ok(SigningKey { key, term: Term { period, revoked: revocation(written.revocation.as_ref(), at)? } })
}

fn recipient(written: &WrittenRecipient<'_>, at: Within) -> Result<RecipientKey, DirectoryFault> {
    let recipient = written.recipient.as_str();
    // The checksum of the text, and that it is a point for X25519.
    recipient.parse::<Recipient>().map_err(|_| DirectoryFault::WrongRecipient(at))?;
    let period = period(&written.valid_from, Some(&written.valid_until), at)?;
    let revoked = revocation(written.revocation.as_ref(), at)?;
    Ok(RecipientKey { recipient: recipient.to_owned(), term: Term { period, revoked } })
}

fn token_share(written: &WrittenShare<'_>) -> TokenShare {
    // Both are of at most 255.
    let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    TokenShare {
        purpose: written.purpose,
        epoch: written.epoch.get(),
        number: small(written.share.get()),
        threshold: small(written.threshold.get()),
        public_key: written.public_key.as_str().to_owned(),
    }
}

fn revocation(
    written: Option<&KeyRevocation<'_>>,
    at: Within,
) -> Result<Option<(Instant, crate::code::lists::KeyRevocationReason)>, DirectoryFault> {
    written.map(|revocation| Ok((instant(&revocation.at, at)?, revocation.reason))).transpose()
}

fn period(
    from: &InstantText<'_>,
    until: Option<&InstantText<'_>>,
    at: Within,
) -> Result<Period, DirectoryFault> {
    let until = until.map(|until| instant(until, at)).transpose()?;
    Ok(Period { from: instant(from, at)?, until })
}

pub(super) fn instant(written: &InstantText<'_>, at: Within) -> Result<Instant, DirectoryFault> {
    written.as_str().parse().map_err(|_| DirectoryFault::WrongInstant(at))
}

/// An id has its whole meaning in its shape, which the document was read by.
fn id(written: &str, at: Within) -> Result<Uuid7, DirectoryFault> {
    written.parse().map_err(|_| DirectoryFault::MemberTwice(at))
}
