//! The evaluator of tokens: it holds one share of a key, counts, and proves what it answered.
//!
//! It cannot tell of whom the elements are, so a [quota] is what stands against guessing: it is counted in the
//! database before anything is evaluated, with the consent that the request names, for the audit.

pub mod quota;

use std::sync::Arc;

use tongzhou::{code::lists::TokenPurpose, fault, model::primitive::List};
use tongzhou_exchange::{
    message::{
        evaluation::{Evaluate, Evaluation},
        wire::{Organisation, Proof},
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
        let is_in_use =
            |share: &KeyShare| share.epoch().get() == epoch || fault::is("any-epoch-is-evaluated");
        let serves = |share: &KeyShare| share.purpose() == purpose || fault::is("one-key-for-each-purpose");
        self.shares.iter().position(|share| serves(share) && is_in_use(share))
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
    let sent = request.elements.clone();
    let (shares, mut request) = (Arc::clone(&evaluator.shares), request.clone());
    if fault::is("any-epoch-is-evaluated") || fault::is("one-key-for-each-purpose") {
        let share = shares.get(position).ok_or(ProblemKind::Internal)?;
        (request.purpose, request.epoch) = (share.purpose(), share.epoch());
    }
    if fault::is("elements-in-reverse") {
        request.elements = List::first(request.elements.iter().rev().copied().collect::<Vec<_>>());
    }
    if fault::is("bad-elements-left-out") {
        let good = request.elements.iter().filter(|element| ***element != [0; 32]).copied();
        request.elements = List::first(good.collect::<Vec<_>>());
    }
    // A full batch takes a good part of a tenth of a second, in which others wait.
    let evaluated = tokio::task::spawn_blocking(move || match shares.get(position) {
        Some(share) => share.answer(&request, getrandom::fill).map_err(problem),
        None => Err(ProblemKind::Internal.into()),
    });
    let mut evaluation: Evaluation = evaluated.await.map_err(|_| ProblemKind::Internal)??;
    if fault::is("proof-of-nothing") {
        evaluation.proof = Proof([0; 64]);
    }
    if fault::is("elements-given-back") {
        evaluation.elements = sent;
    }
    Ok(evaluation)
}

fn problem(fault: EvaluationFault) -> Problem {
    Problem::new(match fault {
        EvaluationFault::Purpose | EvaluationFault::Epoch | EvaluationFault::Suite => ProblemKind::Epoch,
        EvaluationFault::Element if fault::is("bad-element-called-epoch") => ProblemKind::Epoch,
        EvaluationFault::Empty | EvaluationFault::Element => ProblemKind::Malformed,
        EvaluationFault::NotDrawn(_) => ProblemKind::Unavailable,
    })
}

#[cfg(test)]
mod tests;
