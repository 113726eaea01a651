//! Messages as files, for members without servers: the same operations with the same verdicts as over HTTP.

mod refused;

use tongzhou::{
    directory::Directory, model::primitive::List, sealing::Identity, signing::SigningKey, value::Instant,
};
use tongzhou_exchange::{
    batch::{BatchFault, Message, Reply, open_batch, seal_answers},
    message::{
        Operation,
        wire::{At, Id, Organisation},
    },
    problem::{Problem, ProblemKind},
};

use crate::{
    http::Answers,
    store::{Store, StoreError},
};

/// Where files of messages are answered.
pub struct Office<'o> {
    /// Who does what is asked.
    pub answers: &'o dyn Answers,
    /// Where it is kept what was refused.
    pub store: &'o Store,
    /// The members.
    pub directory: &'o Directory,
    /// Who answers.
    pub us: Organisation,
    /// The key with which answers are signed.
    pub key: &'o SigningKey,
    /// What opens files that are sealed for us.
    pub identities: &'o [Identity],
}

/// A file that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The file of answers, signed, and sealed for who asked.
    pub file: Vec<u8>,
    /// Who asked.
    pub from: Organisation,
    /// The batch that was answered.
    pub batch_id: Id,
    /// How many messages were done.
    pub done: usize,
    /// How many were not.
    pub refused: usize,
}

impl Office<'_> {
    /// Does what a file asks for, message by message in their order, and writes the answers. Handed in again, the same
    /// file is the same deeds, whose answers are written anew; what was refused stays refused.
    ///
    /// # Errors
    /// Why the file as a whole is refused: nothing was done then.
    pub async fn import(&self, file: &[u8], now: Instant) -> Result<Answered, BatchFault> {
        let now = Instant::from_unix_seconds(now.unix_seconds()).ok_or(BatchFault::Times)?;
        let received = open_batch(file, self.identities, self.directory, &self.us, now)?;
        let from = received.content.from.clone();
        // Where this fails, it is done another time.
        let _ = refused::forget_old(self.store).await;
        let mut replies = Vec::with_capacity(received.content.messages.len());
        for message in received.content.messages.iter() {
            replies.push(Reply::new(message.message_id, self.answer(&from, message).await));
        }
        let done = replies.iter().filter(|reply| reply.answer.is_some()).count();
        let refused = replies.len().saturating_sub(done);
        let answers = received.answered(At(now), List::first(replies));
        let file = seal_answers(&answers, self.key, self.directory)?;
        Ok(Answered { file, from, batch_id: received.content.batch_id, done, refused })
    }

    async fn answer(&self, from: &Organisation, message: &Message) -> Result<String, Problem> {
        let unavailable = |_: StoreError| Problem::new(ProblemKind::Unavailable);
        if let Some(problem) = refused::before(self.store, from, message).await.map_err(unavailable)? {
            return Err(problem);
        }
        let outcome = self.done(from, message).await;
        if let Err(problem) = &outcome {
            refused::remember(self.store, from, message, problem).await.map_err(unavailable)?;
        }
        outcome
    }

    async fn done(&self, from: &Organisation, message: &Message) -> Result<String, Problem> {
        let operation = Operation::named(&message.operation).ok_or(ProblemKind::NoSuchOperation)?;
        let answer = self.answers.answer(from, operation, message.body.as_bytes()).await?;
        String::from_utf8(answer).map_err(|_| ProblemKind::Internal.into())
    }
}
