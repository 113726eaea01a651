//! The public side of a key: the shares that the member directory lists, held against each other.

use std::collections::BTreeMap;

use thiserror::Error;
use tongzhou::{
    code::lists::TokenPurpose,
    directory::{Directory, Member},
    value::Instant,
};

use crate::message::wire::Element;

use super::{Epoch, polynomial};

/// The public half of one share, 份额公钥.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicShare {
    /// The number of the share, from 1.
    pub number: u8,
    /// The element by which its proofs are verified.
    pub key: Element,
}

/// The key of a purpose and an epoch as everybody may know it 令牌公钥: how many shares make a token, and their public
/// halves. Whichever of them answer, the token is the same: that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenKey {
    purpose: TokenPurpose,
    epoch: Epoch,
    threshold: u8,
    shares: Vec<PublicShare>,
    whole: Element,
}

/// Why public shares make no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeyFault {
    /// There are fewer shares than it takes to make a token, or it takes none.
    #[error("there are fewer shares than it takes to make a token")]
    TooFew,
    /// A number stands twice, or is 0.
    #[error("the number {0} of a share stands twice, or is none")]
    Number(u8),
    /// A public key is no element of the group.
    #[error("the public key of share {0} is no element of the group")]
    Element(u8),
    /// A share does not belong to the same key as those before it.
    #[error("share {0} belongs to another key than those before it")]
    NotOneKey(u8),
    /// Shares of one purpose and epoch state different thresholds.
    #[error("the shares do not agree on how many of them make a token")]
    Thresholds,
}

/// Who evaluates: a member with its public share.
#[derive(Clone, Copy, Debug)]
pub struct Evaluator<'d> {
    /// The member.
    pub member: &'d Member,
    /// Its share.
    pub share: PublicShare,
}

impl TokenKey {
    /// The keys of a purpose that a verified directory lists, by their epochs: the last is the one to make new tokens
    /// with, and while a change of keys lasts, the one before it is asked for too. Members whose membership is over
    /// do not count.
    ///
    /// # Errors
    /// Where the shares of an epoch make no key. Nothing is made then: a directory that lists such shares was not
    /// looked at by those who signed it.
    pub fn of_directory(
        directory: &Directory,
        purpose: TokenPurpose,
        at: Instant,
    ) -> Result<Vec<Self>, KeyFault> {
        let mut epochs: BTreeMap<u32, (u8, Vec<PublicShare>)> = BTreeMap::new();
        for member in directory.members().iter().filter(|member| member.is_member_at(at)) {
            for share in member.token_shares.iter().filter(|share| share.purpose == purpose) {
                let (threshold, shares) =
                    epochs.entry(share.epoch).or_insert_with(|| (share.threshold, Vec::new()));
                if *threshold != share.threshold {
                    return Err(KeyFault::Thresholds);
                }
                let key = share.public_key.parse().map_err(|_| KeyFault::Element(share.number))?;
                shares.push(PublicShare { number: share.number, key });
            }
        }
        let key =
            |(epoch, (threshold, shares))| Self::new(purpose, Epoch::saturating(epoch), threshold, shares);
        epochs.into_iter().map(key).collect()
    }

    /// The members that hold the shares of this key, whom to ask.
    pub fn evaluators<'d>(&self, directory: &'d Directory, at: Instant) -> Vec<Evaluator<'d>> {
        let held = |member: &'d Member| {
            let shares = member.token_shares.iter();
            let of_key = shares.filter(|it| (it.purpose, it.epoch) == (self.purpose, self.epoch.get()));
            of_key.filter_map(|it| self.share(it.number)).map(move |share| Evaluator { member, share })
        };
        directory.members().iter().filter(|member| member.is_member_at(at)).flat_map(held).collect()
    }

    /// The key of these shares, in any order.
    ///
    /// # Errors
    /// Where they are too few, or do not all belong to one key: then which of them answer would decide what comes out.
    pub fn new(
        purpose: TokenPurpose,
        epoch: Epoch,
        threshold: u8,
        mut shares: Vec<PublicShare>,
    ) -> Result<Self, KeyFault> {
        shares.sort_unstable_by_key(|share| share.number);
        let quorum = usize::from(threshold);
        if threshold == 0 || shares.len() < quorum {
            return Err(KeyFault::TooFew);
        }
        let points = shares
            .iter()
            .map(|share| polynomial::point(&share.key).ok_or(KeyFault::Element(share.number)))
            .collect::<Result<Vec<_>, _>>()?;
        let numbers: Vec<u8> = shares.iter().map(|share| share.number).collect();
        let twice = numbers.windows(2).find(|pair| matches!(pair, [one, other] if one == other));
        if let Some(number) =
            twice.and_then(|pair| pair.first()).or_else(|| numbers.first().filter(|it| **it == 0))
        {
            return Err(KeyFault::Number(*number));
        }
        let (first, rest) = numbers.split_at_checked(quorum).ok_or(KeyFault::TooFew)?;
        let (known, others) = points.split_at_checked(quorum).ok_or(KeyFault::TooFew)?;
        let at =
            |point: u8| polynomial::weights(first, point).map(|weights| polynomial::weighed(&weights, known));
        for (number, point) in rest.iter().zip(others) {
            if at(*number) != Some(*point) {
                return Err(KeyFault::NotOneKey(*number));
            }
        }
        let whole = at(0).and_then(|point| polynomial::element(&point)).ok_or(KeyFault::TooFew)?;
        Ok(Self { purpose, epoch, threshold, shares, whole })
    }

    /// Which tokens the key makes.
    pub const fn purpose(&self) -> TokenPurpose {
        self.purpose
    }

    /// Of which epoch it is.
    pub const fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// How many shares make a token.
    pub const fn threshold(&self) -> u8 {
        self.threshold
    }

    /// The public shares, by their numbers.
    pub fn shares(&self) -> &[PublicShare] {
        &self.shares
    }

    /// The public share of a number.
    pub fn share(&self, number: u8) -> Option<PublicShare> {
        self.shares.iter().copied().find(|share| share.number == number)
    }

    /// The public key that all shares together have; whoever held it whole would prove by this.
    pub const fn whole(&self) -> Element {
        self.whole
    }
}
