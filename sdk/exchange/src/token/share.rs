//! What an evaluator holds: one share of a key.

use std::fmt;

use thiserror::Error;
use tongzhou::{
    code::lists::{TokenPurpose, TokenSuite},
    model::primitive::{Count, List},
};

use crate::message::{
    evaluation::{Evaluate, Evaluation},
    wire::{Element, Proof},
};

use super::{
    Epoch, MAX_BATCH,
    key::PublicShare,
    suite::{Draw, NotDrawn, Ristretto255Sha512, Secret, Suite, SuiteFault},
};

/// One share of the key of a purpose and an epoch, 密钥份额. It is wiped from memory when dropped and hides from
/// `Debug`; at rest it stands in a locked [key file](super::TokenKeyFile).
pub struct KeyShare {
    purpose: TokenPurpose,
    epoch: Epoch,
    threshold: u8,
    number: u8,
    key: <Ristretto255Sha512 as Suite>::Key,
}

/// What a share makes of blinded elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluated {
    /// The elements, in their order.
    pub elements: List<Element, MAX_BATCH>,
    /// One proof for all of them.
    pub proof: Proof,
}

/// Why a share evaluates nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EvaluationFault {
    /// The request is for a key of another purpose.
    #[error("the request is for a key of another purpose")]
    Purpose,
    /// The request is for a key of another epoch.
    #[error("the request is for a key of another epoch")]
    Epoch,
    /// The request is for another suite.
    #[error("the request is for another suite")]
    Suite,
    /// There is no element.
    #[error("the request has no element")]
    Empty,
    /// Some bytes are no element of the group, or are its neutral one.
    #[error("something in the request is no element of the group")]
    Element,
    /// There are no random numbers for the proof.
    #[error(transparent)]
    NotDrawn(#[from] NotDrawn),
}

impl KeyShare {
    /// The share of a scalar. `number` is from 1, and no more than 255 there are; `threshold` of them make a token.
    pub(super) fn new(
        purpose: TokenPurpose,
        epoch: Epoch,
        threshold: u8,
        number: u8,
        secret: &[u8; 32],
    ) -> Option<Self> {
        let key = Ristretto255Sha512::key(secret).ok()?;
        (number > 0 && threshold > 0).then_some(Self { purpose, epoch, threshold, number, key })
    }

    /// Which tokens the key makes.
    pub const fn purpose(&self) -> TokenPurpose {
        self.purpose
    }

    /// Of which epoch the key is.
    pub const fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// How many shares make a token.
    pub const fn threshold(&self) -> u8 {
        self.threshold
    }

    /// The number of the share, from 1.
    pub const fn number(&self) -> u8 {
        self.number
    }

    /// Its public half, which stands in the member directory.
    pub fn public(&self) -> PublicShare {
        PublicShare { number: self.number, key: Ristretto255Sha512::public(&self.key) }
    }

    pub(super) fn secret(&self) -> Secret {
        Ristretto255Sha512::secret(&self.key)
    }

    /// The elements multiplied with the share, with one proof for all.
    ///
    /// # Errors
    /// Where there is no element, or one is none of the group.
    pub fn evaluate<E>(
        &self,
        elements: &List<Element, MAX_BATCH>,
        mut fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<Evaluated, EvaluationFault> {
        if elements.is_empty() {
            return Err(EvaluationFault::Empty);
        }
        let (elements, proof) = Ristretto255Sha512::evaluate(&self.key, elements, Draw::new(&mut fill)?)
            .map_err(|fault| match fault {
                SuiteFault::Input | SuiteFault::Scalar | SuiteFault::Element | SuiteFault::Proof => {
                    EvaluationFault::Element
                }
            })?;
        Ok(Evaluated { elements: List::first(elements), proof })
    }

    /// The answer to a request, if it is for this key.
    ///
    /// # Errors
    /// Where it is for another key, or its elements are none.
    pub fn answer<E>(
        &self,
        request: &Evaluate,
        fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<Evaluation, EvaluationFault> {
        match request.suite {
            TokenSuite::Ristretto255Sha512 => {}
        }
        if request.purpose != self.purpose {
            return Err(EvaluationFault::Purpose);
        }
        if request.epoch != self.epoch {
            return Err(EvaluationFault::Epoch);
        }
        let Evaluated { elements, proof } = self.evaluate(&request.elements, fill)?;
        let share = Count::saturating(u32::from(self.number));
        Ok(Evaluation { request_id: request.request_id, share, elements, proof })
    }
}

impl fmt::Debug for KeyShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyShare")
            .field("purpose", &self.purpose)
            .field("epoch", &self.epoch.get())
            .field("number", &self.number)
            .field("threshold", &self.threshold)
            .finish_non_exhaustive()
    }
}
