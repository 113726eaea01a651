//! Tokens 令牌: what stands for a child or a bill where nobody may tell which.
//!
//! A token is the output of a verifiable oblivious pseudo-random function (RFC 9497, ristretto255 with SHA-512) whose
//! key is shared out among evaluators, so that it takes `t` of them to make one:
//!
//! 1. what is to be told apart is brought into one form, or refused: [`Identity`], [`subjects_of`], [`expense_of`];
//! 2. its [`Input`] is blinded: [`Blinding`];
//! 3. each evaluator multiplies the blinded elements with its [`KeyShare`] and proves it;
//! 4. the proofs are verified against the public shares of the alliance's [`TokenKey`], and any `t` answers make the
//!    [`Token`].
//!
//! ```
//! use tongzhou::code::lists::TokenPurpose;
//! use tongzhou_exchange::token::{Blinding, Epoch, Identity, Quorum, TokenSecret};
//!
//! // Dealt once, by whoever founds the alliance; each evaluator keeps one share.
//! let secret = TokenSecret::fresh(getrandom::fill)?;
//! let dealt = secret.deal(TokenPurpose::Subject, Epoch::saturating(1), Quorum::new(2, 3)?, getrandom::fill)?;
//!
//! let child = Identity::resident_id("110101 20150104 000x")?;
//! let blinding = Blinding::new(vec![child.input(Epoch::saturating(1))], getrandom::fill)?;
//!
//! let [_, second, third] = dealt.shares.as_slice() else { panic!("three shares") };
//! let mut answers = Vec::new();
//! for share in [third, second] {
//!     let evaluated = share.evaluate(&blinding.elements(), getrandom::fill)?;
//!     answers.push(blinding.verify(&dealt.key, share.number(), &evaluated.elements, &evaluated.proof)?);
//! }
//! let tokens = blinding.combine(&dealt.key, &answers)?;
//! assert_eq!(tokens.len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The functions draw no random numbers of their own: `fill` is given those of the operating system.

mod blinding;
mod dealing;
mod identity;
mod key;
mod key_file;
pub mod normal;
mod polynomial;
mod saved;
mod share;
mod subject;
mod suite;

use tongzhou::model::primitive::Count;

pub use self::{
    blinding::{Blinding, BlindingFault, CombineFault, LyingEvaluator, Token, VerifiedAnswer},
    dealing::{Dealt, Quorum, QuorumFault, TokenSecret},
    identity::{Identity, Input, MAX_INPUT},
    key::{Evaluator, KeyFault, PublicShare, TokenKey},
    key_file::TokenKeyFile,
    normal::Refusal,
    saved::SavedFault,
    share::{Evaluated, EvaluationFault, KeyShare},
    subject::{Refused, Subjects, expense_of, subjects_of},
    suite::{Draw, NotDrawn, Ristretto255Sha512, Secret, Suite, SuiteFault},
};

/// The number of a key's epoch 密钥周期: a new key begins a new one, and tokens of two epochs differ.
pub type Epoch = Count<1_000_000>;

/// How many elements one request to an evaluator may hold.
pub const MAX_BATCH: usize = 256;
