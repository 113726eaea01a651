//! What the one who wants tokens does: blind, verify the answers, put them together.

use std::fmt;

use thiserror::Error;
use tongzhou::{
    code::lists::{TokenKind, TokenPurpose, TokenSuite},
    model::primitive::List,
};

use crate::message::{
    claim::ExpenseToken,
    lookup::SubjectToken,
    wire::{Element, Proof, TokenValue},
};

use super::{
    Epoch, MAX_BATCH,
    identity::Input,
    key::{PublicShare, TokenKey},
    polynomial,
    suite::{Draw, NotDrawn, Ristretto255Sha512, Secret, Suite, SuiteFault},
};

/// Inputs with what they were blinded with. Whoever has it can undo the blinding, so it is as personal as the inputs:
/// it is wiped when dropped, hides from `Debug`, and what [`to_bytes`](Self::to_bytes) writes is stored locked.
pub struct Blinding {
    pub(super) items: Vec<Blinded>,
}

pub(super) struct Blinded {
    pub(super) input: Input,
    pub(super) blind: Secret,
    pub(super) element: Element,
}

/// Why inputs are not blinded together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BlindingFault {
    /// There is none.
    #[error("there is nothing to blind")]
    Empty,
    /// There are more than [`MAX_BATCH`].
    #[error("there are more inputs than one request may hold")]
    TooMany,
    /// They are for keys of different purposes or epochs.
    #[error("the inputs are for different keys")]
    DifferentKeys,
    /// They cannot be hashed to the group.
    #[error("an input cannot be blinded")]
    Input,
    /// There are no random numbers to blind them with.
    #[error(transparent)]
    NotDrawn(#[from] NotDrawn),
}

/// An evaluator whose answer does not hold for the public key that the directory gives it. Name it to its alliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the answer of share {} does not hold for its public key {}", share.number, share.key)]
pub struct LyingEvaluator {
    /// Its share.
    pub share: PublicShare,
}

/// Why no token is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CombineFault {
    /// The key is of another purpose than the inputs.
    #[error("the key is of another purpose")]
    Purpose,
    /// The key is of another epoch than the inputs.
    #[error("the key is of another epoch")]
    Epoch,
    /// The directory lists no share of this number.
    #[error("the directory lists no share {0} of this key")]
    UnknownShare(u8),
    /// An evaluator lies.
    #[error(transparent)]
    Lying(#[from] LyingEvaluator),
    /// Fewer evaluators answered than it takes.
    #[error("{answers} evaluators answered, and it takes {threshold}")]
    TooFew {
        /// How many different shares answered.
        answers: u8,
        /// How many it takes.
        threshold: u8,
    },
    /// An answer was verified for other inputs.
    #[error("an answer belongs to other inputs")]
    OtherInputs,
}

/// An answer of one evaluator, whose proof was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedAnswer {
    share: PublicShare,
    epoch: Epoch,
    /// What was asked, so that it is put together with nothing else.
    asked: Vec<Element>,
    elements: Vec<Element>,
}

/// A token 令牌. It stands for a child or a bill, so it hides its value from `Debug`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token {
    purpose: TokenPurpose,
    kind: Option<TokenKind>,
    epoch: u32,
    value: TokenValue,
}

impl Blinding {
    /// Blinds up to [`MAX_BATCH`] inputs for one key, each with random numbers of its own.
    ///
    /// # Errors
    /// Where there are none or too many, or they are for different keys.
    pub fn new<E>(
        inputs: Vec<Input>,
        mut fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<Self, BlindingFault> {
        let first = inputs.first().ok_or(BlindingFault::Empty)?;
        if inputs.len() > MAX_BATCH {
            return Err(BlindingFault::TooMany);
        }
        if inputs.iter().any(|it| (it.purpose(), it.epoch()) != (first.purpose(), first.epoch())) {
            return Err(BlindingFault::DifferentKeys);
        }
        let blinded = |input: Input| {
            let (blind, element) = Ristretto255Sha512::blind(input.as_bytes(), Draw::new(&mut fill)?)
                .map_err(|_| BlindingFault::Input)?;
            Ok(Blinded { input, blind, element })
        };
        Ok(Self { items: inputs.into_iter().map(blinded).collect::<Result<_, BlindingFault>>()? })
    }

    /// The blinded elements, which tell nobody anything.
    pub fn elements(&self) -> List<Element, MAX_BATCH> {
        List::first(self.items.iter().map(|item| item.element))
    }

    /// Which tokens are to be made.
    pub fn purpose(&self) -> TokenPurpose {
        // There is always one.
        self.items.first().map_or(TokenPurpose::Subject, |item| item.input.purpose())
    }

    /// Of which epoch the key is.
    pub fn epoch(&self) -> Epoch {
        self.items.first().map_or(Epoch::saturating(0), |item| item.input.epoch())
    }

    /// The answer of the share `number`, once its proof holds for the public key of that share.
    ///
    /// # Errors
    /// [`CombineFault::Lying`] names the share whose proof does not hold.
    pub fn verify(
        &self,
        key: &TokenKey,
        number: u8,
        elements: &[Element],
        proof: &Proof,
    ) -> Result<VerifiedAnswer, CombineFault> {
        self.is_for(key)?;
        let share = key.share(number).ok_or(CombineFault::UnknownShare(number))?;
        let asked: Vec<_> = self.items.iter().map(|item| item.element).collect();
        let right = elements.len() == asked.len()
            && Ristretto255Sha512::verify(&share.key, &asked, elements, proof).is_ok();
        if !right {
            return Err(LyingEvaluator { share }.into());
        }
        Ok(VerifiedAnswer { share, epoch: key.epoch(), asked, elements: elements.to_vec() })
    }

    /// The tokens, in the order of the inputs, of any `threshold` answers; further ones change nothing.
    ///
    /// # Errors
    /// [`CombineFault::TooFew`] where fewer shares answered than it takes.
    pub fn combine(&self, key: &TokenKey, answers: &[VerifiedAnswer]) -> Result<Vec<Token>, CombineFault> {
        self.outputs(key, answers)?
            .iter()
            .zip(&self.items)
            .map(|(output, item)| {
                let value = output.first_chunk().copied().map(TokenValue).ok_or(CombineFault::OtherInputs)?;
                let input = &item.input;
                Ok(Token { purpose: input.purpose(), kind: input.kind(), epoch: input.epoch().get(), value })
            })
            .collect()
    }

    /// The whole outputs of the function, of which a token is the first half.
    pub(super) fn outputs(
        &self,
        key: &TokenKey,
        answers: &[VerifiedAnswer],
    ) -> Result<Vec<zeroize::Zeroizing<[u8; 64]>>, CombineFault> {
        self.is_for(key)?;
        let mut quorum: Vec<&VerifiedAnswer> = Vec::new();
        for answer in answers {
            let asked = answer.asked.iter().eq(self.items.iter().map(|item| &item.element));
            if !asked || answer.epoch != key.epoch() || key.share(answer.share.number) != Some(answer.share) {
                return Err(CombineFault::OtherInputs);
            }
            let new = quorum.iter().all(|known| known.share.number != answer.share.number);
            if new && quorum.len() < usize::from(key.threshold()) {
                quorum.push(answer);
            }
        }
        let numbers: Vec<u8> = quorum.iter().map(|answer| answer.share.number).collect();
        let too_few = || CombineFault::TooFew {
            answers: u8::try_from(numbers.len()).unwrap_or(u8::MAX),
            threshold: key.threshold(),
        };
        if numbers.len() < usize::from(key.threshold()) {
            return Err(too_few());
        }
        let weights = polynomial::weights(&numbers, 0).ok_or_else(too_few)?;
        let whole = |place: usize| {
            let mut elements = quorum.iter().filter_map(|answer| answer.elements.get(place));
            if let ([_], Some(element)) = (quorum.as_slice(), elements.clone().next()) {
                return Some(*element);
            }
            let points = elements.try_fold(Vec::new(), |mut points, element| {
                points.push(polynomial::point(element)?);
                Some(points)
            })?;
            polynomial::element(&polynomial::weighed(&weights, &points))
        };
        let output = |(place, item): (usize, &Blinded)| {
            let evaluated = whole(place).ok_or(SuiteFault::Element)?;
            Ristretto255Sha512::finalize(item.input.as_bytes(), &item.blind, &evaluated)
        };
        // All of it was verified: nothing is left that could fail.
        self.items
            .iter()
            .enumerate()
            .map(output)
            .collect::<Result<_, _>>()
            .map_err(|_| CombineFault::OtherInputs)
    }

    fn is_for(&self, key: &TokenKey) -> Result<(), CombineFault> {
        if key.purpose() != self.purpose() {
            return Err(CombineFault::Purpose);
        }
        if key.epoch() != self.epoch() { Err(CombineFault::Epoch) } else { Ok(()) }
    }
}

impl fmt::Debug for Blinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Blinding({} inputs, …)", self.items.len())
    }
}

impl VerifiedAnswer {
    /// The share that answered.
    pub const fn share(&self) -> PublicShare {
        self.share
    }
}

impl Token {
    /// The suite that made it.
    pub const SUITE: TokenSuite = Ristretto255Sha512::CODE;

    /// Its value.
    pub const fn value(&self) -> TokenValue {
        self.value
    }

    /// Of which epoch its key is.
    pub fn epoch(&self) -> Epoch {
        Epoch::saturating(self.epoch)
    }

    /// As messages name a child; nothing, where it stands for a bill.
    pub fn subject(&self) -> Option<SubjectToken> {
        let (suite, epoch, value) = (Self::SUITE, self.epoch(), self.value);
        self.kind.map(|kind| SubjectToken { suite, epoch, kind, value })
    }

    /// As messages name a bill; nothing, where it stands for a child.
    pub fn expense(&self) -> Option<ExpenseToken> {
        let (suite, epoch, value) = (Self::SUITE, self.epoch(), self.value);
        matches!(self.purpose, TokenPurpose::Expense).then_some(ExpenseToken { suite, epoch, value })
    }
}
