//! The evaluator of tokens: it holds one share of a key, counts, and proves what it answered.
//!
//! It cannot tell of whom the elements are, so a [quota] is what stands against guessing: it is counted in the
//! database before anything is evaluated, with the consent that the request names, for the audit.

pub mod quota;

use std::sync::Arc;

use tongzhou::code::lists::TokenPurpose;
use tongzhou_exchange::{
    message::{
        evaluation::{Evaluate, Evaluation},
        wire::Organisation,
    },
    problem::{Problem, ProblemKind},
    token::{EvaluationFault, KeyShare},
};

use crate::store::Store;

pub use self::quota::Quotas;

/// What the operation works on.
#[derive(Clone, Debug)]
pub struct Evaluator {
    /// Where the counts are.
    pub store: Store,
    /// The shares that are in use: one for each purpose and epoch.
    pub shares: Arc<[KeyShare]>,
    /// How much is evaluated for whom.
    pub quotas: Quotas,
}

impl Evaluator {
    fn share(&self, purpose: TokenPurpose, epoch: u32) -> Option<usize> {
        self.shares.iter().position(|share| share.purpose() == purpose && share.epoch().get() == epoch)
    }
}

/// Multiplies blinded elements with the share that is asked for. The same request is counted once, and answered as
/// often as it comes.
///
/// # Errors
/// [`Epoch`](ProblemKind::Epoch) where no share of that purpose and epoch is held; [`Quota`](ProblemKind::Quota) where
/// the elements are more than is left of the day; [`Conflict`](ProblemKind::Conflict) where the id stands for another
/// request; [`Malformed`](ProblemKind::Malformed) where there are no elements, or some are not of the group.
pub async fn evaluate(
    evaluator: &Evaluator,
    member: &Organisation,
    request: &Evaluate,
) -> Result<Evaluation, Problem> {
    if request.elements.is_empty() {
        return Err(ProblemKind::Malformed.into());
    }
    let position = evaluator.share(request.purpose, request.epoch.get()).ok_or(ProblemKind::Epoch)?;
    quota::count(evaluator, member, request).await?;
    let (shares, request) = (Arc::clone(&evaluator.shares), request.clone());
    // A full batch takes a good part of a tenth of a second, in which others wait.
    let evaluated = tokio::task::spawn_blocking(move || match shares.get(position) {
        Some(share) => share.answer(&request, getrandom::fill).map_err(problem),
        None => Err(ProblemKind::Internal.into()),
    });
    evaluated.await.map_err(|_| ProblemKind::Internal)?
}

fn problem(fault: EvaluationFault) -> Problem {
    Problem::new(match fault {
        EvaluationFault::Purpose | EvaluationFault::Epoch | EvaluationFault::Suite => ProblemKind::Epoch,
        EvaluationFault::Empty | EvaluationFault::Element => ProblemKind::Malformed,
        EvaluationFault::NotDrawn(_) => ProblemKind::Unavailable,
    })
}

#[cfg(test)]
mod tests;
