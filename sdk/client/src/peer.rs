//! Whom to ask, by the directory.

use std::collections::BTreeMap;

use tongzhou::{
    code::lists::{EndpointKind, TokenPurpose},
    directory::{Directory, Member},
    model::primitive::Count,
    signing::{KeyId, VerifyingKey},
    value::Instant,
};
use tongzhou_exchange::{
    message::{
        Role,
        wire::{Element, Organisation},
    },
    token::{PublicShare, TokenKey},
};

use crate::{address::Address, error::ClientError};

/// A member that can be asked.
#[derive(Clone, Debug)]
pub struct Peer {
    /// Its unified social credit code.
    pub code: Organisation,
    /// Where it is reached, if the directory or the caller says so.
    pub address: Option<Address>,
    /// The keys by which its answers are known.
    keys: Vec<VerifyingKey>,
}

/// The members that can be asked, as a verified directory lists them at one moment.
#[derive(Clone, Debug)]
pub struct Peers {
    members: Vec<Listed>,
    addresses: BTreeMap<Organisation, Address>,
}

/// An evaluator and its share.
#[derive(Clone, Debug)]
pub struct Holder {
    /// The evaluator.
    pub peer: Peer,
    /// The number of its share.
    pub share: u8,
}

#[derive(Clone, Debug)]
struct Listed {
    code: Organisation,
    member: Member,
    keys: Vec<VerifyingKey>,
    shares: Vec<(TokenPurpose, u32, PublicShare)>,
}

impl Peer {
    /// Its key of this name.
    pub(crate) fn key(&self, id: &KeyId) -> Option<VerifyingKey> {
        self.keys.iter().copied().find(|key| key.id() == *id)
    }
}

impl Peers {
    /// Those of a directory at `now`. `addresses` are the caller's own, which go before those of the directory: for
    /// trying it out on one machine, and for those who reach a member by another way.
    ///
    /// # Errors
    /// [`ClientError::Form`] where the directory cannot be read, which a verified one can.
    pub fn of(
        directory: &Directory,
        addresses: BTreeMap<Organisation, Address>,
        now: Instant,
    ) -> Result<Self, ClientError> {
        let written = directory.document().map_err(|_| ClientError::Form)?;
        let mut members = Vec::new();
        for member in directory.members().iter().filter(|member| member.is_member_at(now)) {
            let code: Organisation = member.code.as_str().parse().map_err(|_| ClientError::Form)?;
            let ids = member.signing_keys.iter().map(|key| key.key.id());
            let signers = ids.filter_map(|id| directory.signer(&id));
            let keys = signers.filter(|signer| signer.valid_at(now)).map(|signer| signer.verifying_key());
            let entry =
                written.members.iter().find(|entry| entry.organisation_code.as_str() == code.as_str());
            let shares = entry.into_iter().flat_map(|entry| entry.token_shares.iter()).filter_map(|share| {
                let number = u8::try_from(share.share.get()).ok()?;
                let key: Element = share.public_key.as_str().parse().ok()?;
                Some((share.purpose, share.epoch.get(), PublicShare { number, key }))
            });
            let (keys, shares) = (keys.collect(), shares.collect());
            members.push(Listed { code, member: member.clone(), keys, shares });
        }
        Ok(Self { members, addresses })
    }

    /// The one registry.
    ///
    /// # Errors
    /// [`ClientError::Nobody`] where there is none, or more than one.
    pub fn registry(&self) -> Result<Peer, ClientError> {
        let role = Role::Registry.in_directory();
        let mut registries =
            self.members.iter().filter(|listed| role.is_some_and(|role| listed.member.roles.contains(&role)));
        match (registries.next(), registries.next()) {
            (Some(listed), None) => Ok(self.peer(listed, Role::Registry)),
            _ => Err(ClientError::Nobody(Role::Registry)),
        }
    }

    /// A member of any kind, to whom packages are sent and who answers where they stand.
    ///
    /// # Errors
    /// [`ClientError::NoSuchMember`].
    pub fn member(&self, code: &Organisation, role: Role) -> Result<Peer, ClientError> {
        let listed = self.members.iter().find(|listed| listed.code == *code);
        let listed = listed.ok_or_else(|| ClientError::NoSuchMember(code.clone()))?;
        Ok(self.peer(listed, role))
    }

    /// Whether a key is one of a member's now.
    pub fn has_key(&self, code: &Organisation, key: &KeyId) -> bool {
        let mut members = self.members.iter();
        members.any(|listed| listed.code == *code && listed.keys.iter().any(|own| own.id() == *key))
    }

    /// The key of which tokens of this purpose are made now, that of the latest epoch, and who holds its shares.
    ///
    /// # Errors
    /// [`ClientError::NoTokenKey`].
    pub fn token_key(&self, purpose: TokenPurpose) -> Result<(TokenKey, Vec<Holder>), ClientError> {
        let all =
            || self.members.iter().flat_map(|listed| listed.shares.iter().map(move |share| (listed, share)));
        let of_purpose = all().filter(|(_, (of, ..))| *of == purpose);
        let epoch = of_purpose.map(|(_, (_, epoch, _))| *epoch).max().ok_or(ClientError::NoTokenKey)?;
        let held = all().filter(|(_, (of, at, _))| (*of, *at) == (purpose, epoch));
        let (mut shares, mut holders) = (Vec::new(), Vec::new());
        for (listed, (_, _, share)) in held {
            shares.push(*share);
            holders.push(Holder { peer: self.peer(listed, Role::Evaluator), share: share.number });
        }
        let epoch = Count::new(epoch).ok_or(ClientError::NoTokenKey)?;
        let key = whole(purpose, epoch, &shares).ok_or(ClientError::NoTokenKey)?;
        Ok((key, holders))
    }

    fn peer(&self, listed: &Listed, role: Role) -> Peer {
        let kind = match role {
            Role::Registry => EndpointKind::RegistryInterface,
            Role::Evaluator => EndpointKind::EvaluatorInterface,
            Role::Member => EndpointKind::MemberInterface,
        };
        let endpoints = &listed.member.endpoints;
        let in_directory = || {
            let endpoint = endpoints.iter().find(|endpoint| endpoint.kind == kind)?;
            endpoint.url.parse().ok()
        };
        let address = self.addresses.get(&listed.code).cloned().or_else(in_directory);
        Peer { code: listed.code.clone(), address, keys: listed.keys.clone() }
    }
}

/// The key that these shares make. How many it takes is the smallest number for which they all lie on one curve.
fn whole(purpose: TokenPurpose, epoch: Count<1_000_000>, shares: &[PublicShare]) -> Option<TokenKey> {
    let most = u8::try_from(shares.len()).ok()?;
    (1..=most).find_map(|threshold| TokenKey::new(purpose, epoch, threshold, shares.to_vec()).ok())
}
