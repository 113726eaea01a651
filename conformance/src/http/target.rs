//! What is tested: where it is, who it is by the directory, and what it says of itself.

use std::collections::BTreeMap;

use thiserror::Error;
use tongzhou::{
    code::lists::TokenPurpose,
    directory::{Directory, DirectoryFault, Trust},
    signing::{KeyId, VerifyingKey},
    value::Instant,
};
use tongzhou_client::Address;
use tongzhou_exchange::message::wire::Element;

use crate::{
    case::Party,
    tenant::{self, Tenant, TenantFault},
};

/// A member, registry or evaluator that is to be tested.
#[derive(Debug)]
pub struct Target {
    /// Where it is.
    pub address: Address,
    /// Its unified social credit code.
    pub code: String,
    /// Its name.
    pub name: String,
    pub(super) keys: BTreeMap<KeyId, VerifyingKey>,
    pub(super) shares: Vec<Share>,
    pub(super) directory: Directory,
}

/// A share of a key of tokens, as the directory lists it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share {
    pub(super) purpose: TokenPurpose,
    pub(super) epoch: u32,
    pub(super) number: u8,
    pub(super) key: Element,
}

/// Why there is nobody to be tested.
#[derive(Debug, Error)]
pub enum TargetFault {
    /// The directory is another than those that the suite makes.
    #[error("the directory is not one of the suite's own")]
    NotATenant,
    /// The directory cannot be relied on.
    #[error(transparent)]
    Directory(#[from] DirectoryFault),
    /// The suite's own part is not as it was shipped.
    #[error(transparent)]
    Own(#[from] TenantFault),
    /// The directory lists nobody but the suite's own members.
    #[error("the directory lists nobody beside the suite's own members")]
    Nobody,
    /// The directory lists several that could be meant.
    #[error("the directory lists several members beside the suite's own")]
    Several,
    /// The directory does not list the one that is named.
    #[error("the directory does not list that member")]
    Unlisted,
}

impl Target {
    /// The member of a directory of the suite that is to be tested: the one of this code, or the only one that is not
    /// the suite's own.
    ///
    /// # Errors
    /// Where the directory is another, or it is not plain who is meant.
    pub fn of(
        directory: &[u8],
        signatures: &[u8],
        code: Option<&str>,
        address: Address,
        now: Instant,
    ) -> Result<Self, TargetFault> {
        if !Tenant::is_one(directory) {
            return Err(TargetFault::NotATenant);
        }
        let trust = Trust::board(tenant::fingerprint()?);
        let directory = Directory::verify(directory, signatures, &trust, now)?;
        let own = [Party::A, Party::B, Party::C, Party::D].map(Party::code);
        let others =
            directory.members().iter().filter(|member| !own.contains(&member.code.to_string().as_str()));
        let mut named = others.filter(|member| code.is_none_or(|code| member.code.to_string() == code));
        let (member, further) = (named.next(), named.next());
        let member =
            member.ok_or(if code.is_some() { TargetFault::Unlisted } else { TargetFault::Nobody })?;
        if further.is_some() {
            return Err(TargetFault::Several);
        }
        let ids = member.signing_keys.iter().map(|key| key.key.id());
        let keys = ids
            .filter_map(|id| {
                let signer = directory.signer(&id).filter(|signer| signer.valid_at(now))?;
                Some((id, signer.verifying_key()))
            })
            .collect();
        let share = |share: &tongzhou::directory::TokenShare| {
            let key = share.public_key.parse().ok()?;
            Some(Share { purpose: share.purpose, epoch: share.epoch, number: share.number, key })
        };
        let shares = member.token_shares.iter().filter_map(share).collect();
        let (code, name) = (member.code.to_string(), member.name.clone());
        Ok(Self { address, code, name, keys, shares, directory })
    }
}
