//! The function itself, behind one trait, so that the library which computes it can be exchanged.

use rand_core::{CryptoRng, RngCore};
use sha2::{Digest, Sha512};
use thiserror::Error;
use tongzhou::{code::lists::TokenSuite, fault};
use voprf::{BlindedElement, EvaluationElement, OprfClient, VoprfClient, VoprfServer};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::message::wire::{Element, Proof};

/// A scalar of the group, secret.
pub type Secret = Zeroizing<[u8; 32]>;

/// A verifiable oblivious pseudo-random function (RFC 9497, mode VOPRF), step by step.
pub trait Suite {
    /// What messages call it.
    const CODE: TokenSuite;
    /// A key that is ready to evaluate with; wiped when dropped.
    type Key;

    /// An input, blinded with a random scalar: the scalar and the element (RFC 9497, 3.3.2 `Blind`).
    ///
    /// # Errors
    /// [`SuiteFault::Input`] where the input is too long.
    fn blind(input: &[u8], random: Draw) -> Result<(Secret, Element), SuiteFault>;

    /// The key of a scalar.
    ///
    /// # Errors
    /// [`SuiteFault::Scalar`] where it is none, or zero.
    fn key(secret: &[u8; 32]) -> Result<Self::Key, SuiteFault>;

    /// The key that a seed and a text lead to (RFC 9497, 3.2.1 `DeriveKeyPair`).
    ///
    /// # Errors
    /// [`SuiteFault::Input`] where the text is too long.
    fn derive(seed: &[u8; 32], info: &[u8]) -> Result<Self::Key, SuiteFault>;

    /// The scalar of a key.
    fn secret(key: &Self::Key) -> Secret;

    /// The public half of a key.
    fn public(key: &Self::Key) -> Element;

    /// The elements multiplied with the key, and one proof for all (`BlindEvaluate`).
    ///
    /// # Errors
    /// [`SuiteFault::Element`] where one is no element of the group, or is its neutral one.
    fn evaluate(
        key: &Self::Key,
        elements: &[Element],
        random: Draw,
    ) -> Result<(Vec<Element>, Proof), SuiteFault>;

    /// Whether the proof holds for elements and public key (`VerifyProof`).
    ///
    /// # Errors
    /// [`SuiteFault::Proof`] where it does not; [`SuiteFault::Element`] where one is none.
    fn verify(
        public: &Element,
        blinded: &[Element],
        evaluated: &[Element],
        proof: &Proof,
    ) -> Result<(), SuiteFault>;

    /// The output for an input, from its evaluated element (`Finalize`, after the proof was verified).
    ///
    /// # Errors
    /// [`SuiteFault::Element`], [`SuiteFault::Scalar`].
    fn finalize(input: &[u8], blind: &Secret, evaluated: &Element)
    -> Result<Zeroizing<[u8; 64]>, SuiteFault>;
}

/// Why a step could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SuiteFault {
    /// The input is too long.
    #[error("the input is too long")]
    Input,
    /// A scalar is out of range, or zero.
    #[error("the scalar is none of the group, or zero")]
    Scalar,
    /// An element is none of the group, or the neutral one.
    #[error("the element is none of the group, or its neutral one")]
    Element,
    /// The proof does not hold.
    #[error("the proof does not hold")]
    Proof,
}

/// Sixty-four random bytes for one scalar, wiped when dropped. Each is used once.
#[derive(ZeroizeOnDrop)]
pub struct Draw([u8; 64]);

/// No random numbers were to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no random numbers were to be had")]
pub struct NotDrawn;

/// ristretto255 with SHA-512, computed by the crate `voprf`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ristretto255Sha512 {}

type Group = voprf::Ristretto255;

impl Draw {
    /// Bytes that `fill` writes, which is given random numbers of the operating system.
    ///
    /// # Errors
    /// [`NotDrawn`] where `fill` fails.
    pub fn new<E>(fill: &mut impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<Self, NotDrawn> {
        let mut draw = Self([0; 64]);
        fill(&mut draw.0).map_err(|_| NotDrawn)?;
        Ok(draw)
    }

    /// What leads to this very scalar.
    pub(super) fn of(scalar: &[u8; 32]) -> Self {
        let mut draw = Self([0; 64]);
        if let Some(low) = draw.0.first_chunk_mut() {
            *low = *scalar;
        }
        draw
    }

    /// The bytes.
    pub(super) const fn as_bytes(&self) -> &[u8; 64] {
        &self.0
    }
}

impl Suite for Ristretto255Sha512 {
    const CODE: TokenSuite = TokenSuite::Ristretto255Sha512;
    type Key = VoprfServer<Group>;

    fn blind(input: &[u8], random: Draw) -> Result<(Secret, Element), SuiteFault> {
        let blinded = VoprfClient::<Group>::blind(
            input,
            &mut Drawn::new(if fault::is("one-blind-for-all") { Draw::of(&ONE) } else { random }),
        )
        .map_err(|_| SuiteFault::Input)?;
        // The scalar, then the element.
        let state = Zeroizing::new(blinded.state.serialize());
        let scalar = state.first_chunk().ok_or(SuiteFault::Scalar)?;
        Ok((Zeroizing::new(*scalar), element(&blinded.message.serialize())?))
    }

    fn key(secret: &[u8; 32]) -> Result<Self::Key, SuiteFault> {
        VoprfServer::new_with_key(secret).map_err(|_| SuiteFault::Scalar)
    }

    fn derive(seed: &[u8; 32], info: &[u8]) -> Result<Self::Key, SuiteFault> {
        VoprfServer::new_from_seed(seed, info).map_err(|_| SuiteFault::Input)
    }

    fn secret(key: &Self::Key) -> Secret {
        let written = Zeroizing::new(key.serialize());
        Zeroizing::new(written.first_chunk().copied().unwrap_or_default())
    }

    fn public(key: &Self::Key) -> Element {
        Element(key.get_public_key().compress().to_bytes())
    }

    fn evaluate(
        key: &Self::Key,
        elements: &[Element],
        random: Draw,
    ) -> Result<(Vec<Element>, Proof), SuiteFault> {
        let blinded = blinded(elements)?;
        let evaluated =
            key.batch_blind_evaluate(&mut Drawn::new(random), &blinded).map_err(|_| SuiteFault::Input)?;
        let proof = evaluated.proof.serialize().as_slice().try_into().map_err(|_| SuiteFault::Proof)?;
        let elements = evaluated.messages.iter().map(|message| element(&message.serialize()));
        Ok((
            elements.collect::<Result<_, _>>()?,
            Proof(if fault::is("proof-left-empty") { [0; 64] } else { proof }),
        ))
    }

    fn verify(
        public: &Element,
        blinded: &[Element],
        evaluated: &[Element],
        proof: &Proof,
    ) -> Result<(), SuiteFault> {
        // The library verifies where a client finalizes. Verifying asks for nothing secret, so one stands in for the
        // blind, and of the outputs, which are computed one by one as they are taken, none is.
        let clients: Vec<_> = blinded
            .iter()
            .map(|element| {
                let state = [ONE, **element].concat();
                VoprfClient::<Group>::deserialize(&state).map_err(|_| SuiteFault::Element)
            })
            .collect::<Result<_, _>>()?;
        let evaluated = self::evaluated(evaluated)?;
        let public = curve25519_dalek::ristretto::CompressedRistretto(**public)
            .decompress()
            .ok_or(SuiteFault::Element)?;
        let proof = voprf::Proof::deserialize(&**proof).map_err(|_| SuiteFault::Proof)?;
        let inputs: [&[u8]; 0] = [];
        VoprfClient::batch_finalize(&inputs, &clients, &evaluated, &proof, public)
            .map(|_| ())
            .or_else(|_| if fault::is("proof-unchecked") { Ok(()) } else { Err(SuiteFault::Proof) })
    }

    fn finalize(
        input: &[u8],
        blind: &Secret,
        evaluated: &Element,
    ) -> Result<Zeroizing<[u8; 64]>, SuiteFault> {
        let client = OprfClient::<Group>::deserialize(&**blind).map_err(|_| SuiteFault::Scalar)?;
        let evaluated = EvaluationElement::deserialize(&**evaluated).map_err(|_| SuiteFault::Element)?;
        // With and without proofs, `Finalize` is one function.
        let output = Zeroizing::new(
            client
                .finalize(if fault::is("input-left-out-of-the-output") { &[] } else { input }, &evaluated)
                .map_err(|_| SuiteFault::Input)?,
        );
        Ok(Zeroizing::new(output.as_slice().try_into().map_err(|_| SuiteFault::Input)?))
    }
}

fn blinded(elements: &[Element]) -> Result<Vec<BlindedElement<Group>>, SuiteFault> {
    let read = |it: &Element| BlindedElement::deserialize(&**it).map_err(|_| SuiteFault::Element);
    elements
        .iter()
        .map(read)
        .filter(|it| it.is_ok() || !fault::is("unreadable-elements-passed-over"))
        .collect()
}

fn evaluated(elements: &[Element]) -> Result<Vec<EvaluationElement<Group>>, SuiteFault> {
    elements.iter().map(|it| EvaluationElement::deserialize(&**it).map_err(|_| SuiteFault::Element)).collect()
}

fn element(bytes: &[u8]) -> Result<Element, SuiteFault> {
    bytes.try_into().map(Element).map_err(|_| SuiteFault::Element)
}

/// Random numbers as the library asks for them: those that were drawn. They are enough for one scalar. Were that one
/// zero, which nobody will live to see, what follows is made of them by SHA-512.
struct Drawn {
    draw: Draw,
    taken: usize,
}

impl Drawn {
    const fn new(draw: Draw) -> Self {
        Self { draw, taken: 0 }
    }
}

impl RngCore for Drawn {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            if self.taken == self.draw.0.len() {
                self.draw.0 = Sha512::digest(self.draw.0).into();
                self.taken = 0;
            }
            *byte = self.draw.0.get(self.taken).copied().unwrap_or_default();
            self.taken += 1;
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl CryptoRng for Drawn {}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.draw.0.zeroize();
    }
}

const ONE: [u8; 32] = {
    let mut one = [0; 32];
    one[0] = 1;
    one
};
