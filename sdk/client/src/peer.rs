//! Whom to ask, by the directory.

use std::collections::BTreeMap;

use tongzhou::{
    code::lists::{EndpointKind, TokenPurpose},
    directory::{Directory, Member},
    signing::{KeyId, VerifyingKey},
    value::Instant,
};
use tongzhou_exchange::{
    message::{Role, wire::Organisation},
    token::TokenKey,
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
    /// The keys of tokens, with the members that hold their shares.
    keys: Vec<(TokenKey, Vec<(Organisation, u8)>)>,
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
    /// [`ClientError::NoTokenKey`] where the shares of a key of tokens do not belong together.
    pub fn of(
        directory: &Directory,
        addresses: BTreeMap<Organisation, Address>,
        now: Instant,
    ) -> Result<Self, ClientError> {
        let mut members = Vec::new();
        for member in directory.members().iter().filter(|member| member.is_member_at(now)) {
            let code: Organisation = member.code.as_str().parse().map_err(|_| ClientError::Form)?;
            let ids = member.signing_keys.iter().map(|key| key.key.id());
            let signers = ids.filter_map(|id| directory.signer(&id));
            let keys = signers.filter(|signer| signer.valid_at(now)).map(|signer| signer.verifying_key());
            members.push(Listed { code, member: member.clone(), keys: keys.collect() });
        }
        let mut keys = Vec::new();
        for purpose in [TokenPurpose::Subject, TokenPurpose::Expense] {
            let of_purpose =
                TokenKey::of_directory(directory, purpose, now).map_err(|_| ClientError::NoTokenKey)?;
            for key in of_purpose {
                let evaluators = key.evaluators(directory, now).into_iter();
                let holders: Vec<(Organisation, u8)> = evaluators
                    .filter_map(|it| Some((it.member.code.as_str().parse().ok()?, it.share.number)))
                    .collect();
                keys.push((key, holders));
            }
        }
        Ok(Self { members, addresses, keys })
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

    /// The keys of which tokens of this purpose are made, by their epochs. The last is that of today; while a change of
    /// keys lasts there is one before it, whose tokens are asked for too.
    pub fn token_keys(&self, purpose: TokenPurpose) -> impl DoubleEndedIterator<Item = &TokenKey> {
        self.keys.iter().map(|(key, _)| key).filter(move |key| key.purpose() == purpose)
    }

    /// Who holds the shares of a key.
    ///
    /// # Errors
    /// [`ClientError::NoTokenKey`] where the directory does not list the key.
    pub fn holders(&self, key: &TokenKey) -> Result<Vec<Holder>, ClientError> {
        let known = self.keys.iter().find(|(known, _)| known == key);
        let (_, holders) = known.ok_or(ClientError::NoTokenKey)?;
        let holder = |(code, share): &(Organisation, u8)| {
            Ok(Holder { peer: self.member(code, Role::Evaluator)?, share: *share })
        };
        holders.iter().map(holder).collect()
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
