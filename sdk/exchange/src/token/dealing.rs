//! How a key is made and shared out by one dealer.
//!
//! The dealer sees the whole key for a moment. Whoever deals does it on a machine of its own, hands out the shares
//! locked, and keeps none that it should not have; a ceremony without a dealer can take its place, since it leads to
//! the same shares.

use std::fmt;

use curve25519_dalek::scalar::Scalar;
use thiserror::Error;
use tongzhou::code::lists::TokenPurpose;
use zeroize::{Zeroize, Zeroizing};

use super::{
    Epoch,
    key::TokenKey,
    polynomial,
    share::KeyShare,
    suite::{Draw, NotDrawn, Ristretto255Sha512, Secret, Suite, SuiteFault},
};

/// How many shares make a token, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorum {
    threshold: u8,
    shares: u8,
}

/// Numbers that are no quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("it takes at least one share to make a token, and no more than there are, at most 255")]
pub struct QuorumFault;

/// A whole key, secret, as only its dealer holds it. It is wiped when dropped and hides from `Debug`.
pub struct TokenSecret(Secret);

/// A key, shared out.
#[derive(Debug)]
pub struct Dealt {
    /// The shares, by their numbers from 1; each goes to another evaluator.
    pub shares: Vec<KeyShare>,
    /// What everybody may know.
    pub key: TokenKey,
}

impl Quorum {
    /// One share, which is the whole key: for trying it out.
    pub const SINGLE: Self = Self { threshold: 1, shares: 1 };

    /// `threshold` of `shares`.
    ///
    /// # Errors
    /// Where it takes none, or more than there are.
    pub const fn new(threshold: u8, shares: u8) -> Result<Self, QuorumFault> {
        if threshold == 0 || threshold > shares { Err(QuorumFault) } else { Ok(Self { threshold, shares }) }
    }

    /// How many make a token.
    pub const fn threshold(self) -> u8 {
        self.threshold
    }

    /// How many there are.
    pub const fn shares(self) -> u8 {
        self.shares
    }
}

impl TokenSecret {
    /// A key of random numbers.
    ///
    /// # Errors
    /// [`NotDrawn`] where `fill` fails.
    pub fn fresh<E>(mut fill: impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<Self, NotDrawn> {
        Ok(Self(Zeroizing::new(drawn(&mut fill)?.to_bytes())))
    }

    /// The key that a seed and a text lead to (RFC 9497, `DeriveKeyPair`): for tests, and to compare implementations.
    ///
    /// # Errors
    /// [`SuiteFault::Input`] where the text is too long.
    pub fn derived(seed: &[u8; 32], info: &[u8]) -> Result<Self, SuiteFault> {
        Ok(Self(Ristretto255Sha512::secret(&Ristretto255Sha512::derive(seed, info)?)))
    }

    /// The key, shared out with new random numbers.
    ///
    /// # Errors
    /// [`NotDrawn`] where `fill` fails.
    pub fn deal<E>(
        &self,
        purpose: TokenPurpose,
        epoch: Epoch,
        quorum: Quorum,
        mut fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<Dealt, NotDrawn> {
        let mut coefficients = Zeroizing::new(Vec::with_capacity(usize::from(quorum.threshold)));
        coefficients.push(Scalar::from_bytes_mod_order(*self.0));
        for _ in 1..quorum.threshold {
            coefficients.push(drawn(&mut fill)?);
        }
        let share = |number| {
            let secret = Zeroizing::new(polynomial::value(&coefficients, number).to_bytes());
            // A share of zero is as good as no random numbers: it comes once in 2^252 times.
            KeyShare::new(purpose, epoch, quorum.threshold, number, &secret).ok_or(NotDrawn)
        };
        let shares = (1..=quorum.shares).map(share).collect::<Result<Vec<_>, _>>()?;
        let public = shares.iter().map(KeyShare::public).collect();
        let key = TokenKey::new(purpose, epoch, quorum.threshold, public).map_err(|_| NotDrawn)?;
        Ok(Dealt { shares, key })
    }
}

impl fmt::Debug for TokenSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenSecret(…)")
    }
}

/// A random scalar that is not zero.
fn drawn<E>(fill: &mut impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<Scalar, NotDrawn> {
    let mut scalar = Scalar::from_bytes_mod_order_wide(Draw::new(fill)?.as_bytes());
    if scalar == Scalar::ZERO {
        scalar.zeroize();
        return Err(NotDrawn);
    }
    Ok(scalar)
}
