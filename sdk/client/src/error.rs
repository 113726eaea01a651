//! Why something was not done, or is not known to be done.

use std::io;

use thiserror::Error;
use tongzhou::signing::KeyId;
use tongzhou_exchange::{
    batch::BatchFault,
    message::{Role, wire::Organisation},
    problem::{Problem, ProblemKind},
    signature::SignatureFault,
};

use crate::address::AddressFault;

/// Why something was not done, or is not known to be done. No word of a request is in it.
#[derive(Debug, Error)]
pub enum ClientError {
    /// It was refused, by who was asked, with a signed answer.
    #[error("refused: {}", .0.title)]
    Refused(Box<Problem>),
    /// Nobody was reached, so that nothing was done.
    #[error("nobody was reached")]
    Unreachable,
    /// No answer came in time. It may or may not have been done: send the same request again.
    #[error("no answer came in time, and the outcome is not known; send the same request again")]
    Unknown(Option<Box<Problem>>),
    /// What answered is not who was asked.
    #[error("the answer is not signed by who was asked: {0}")]
    NotTheirs(SignatureFault),
    /// What answered does not speak as the standard asks.
    #[error("the answer is not of the form of the operation")]
    NotAnAnswer,
    /// The request waits to be carried as a file.
    #[error("the request waits to be carried")]
    Waiting,
    /// The directory lists nobody of this role, or nobody alone.
    #[error("the directory does not say whom to ask")]
    Nobody(Role),
    /// The directory lists no such member now.
    #[error("the directory lists no such member")]
    NoSuchMember(Organisation),
    /// Who is asked has no address in the directory.
    #[error("who is to be asked has no address")]
    NoAddress(Organisation),
    /// An address in the directory is none.
    #[error("the address of who is to be asked is none: {0}")]
    Address(#[from] AddressFault),
    /// Our key is not in the directory as one of ours, or does not count now.
    #[error("our signing key {0} is not one of ours in the directory, or does not count now")]
    OurKey(KeyId),
    /// Too few evaluators gave good answers, so that there is no token.
    #[error("too few evaluators answered: {} of {}", .0.have, .0.need)]
    TooFew(Box<TooFew>),
    /// The directory has no key for tokens, or one that does not hold together.
    #[error("the directory has no sound key for tokens")]
    NoTokenKey,
    /// A file of messages is refused.
    #[error("{0}")]
    Batch(#[from] BatchFault),
    /// A file of the outbox cannot be read or written.
    #[error("a file cannot be read or written")]
    Io(#[from] io::Error),
    /// What is to be sent, or what was kept, is not of its form.
    #[error("what is to be sent is not of its form")]
    Form,
    /// The outbox is that of another member.
    #[error("the outbox is that of another member")]
    OthersOutbox(Organisation),
    /// The clock is wrong.
    #[error("the clock is wrong")]
    Clock,
    /// There are no random numbers.
    #[error("the system gives no random numbers")]
    Random,
    /// TLS cannot be set up here.
    #[error("encryption cannot be set up")]
    Encryption,
}

/// Who answered what, where too few evaluators gave good answers.
#[derive(Debug, Default)]
pub struct TooFew {
    /// How many good answers there were.
    pub have: usize,
    /// How many it takes.
    pub need: usize,
    /// Those that did not answer.
    pub silent: Vec<Organisation>,
    /// Those whose answer was not signed by them, or of another form.
    pub untrusted: Vec<Organisation>,
    /// Those of which no address is known, so that they were not asked.
    pub nowhere: Vec<Organisation>,
    /// Those whose answer was false.
    pub lying: Vec<Liar>,
    /// Those that refused, and why.
    pub refused: Vec<(Organisation, Problem)>,
}

/// An evaluator whose answer does not hold for its public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Liar {
    /// Which member.
    pub member: Organisation,
    /// Which share.
    pub share: u8,
}

impl ClientError {
    /// Why it was refused, where it was.
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Refused(problem) => Some(problem),
            Self::TooFew(few) => few.refused.first().map(|(_, problem)| problem),
            _ => None,
        }
    }

    /// Whether it was refused for this reason.
    pub fn is(&self, kind: ProblemKind) -> bool {
        self.problem().is_some_and(|problem| problem.code == kind)
    }
}

impl From<Problem> for ClientError {
    fn from(problem: Problem) -> Self {
        Self::Refused(Box::new(problem))
    }
}
