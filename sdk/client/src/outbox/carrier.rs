//! The transport of an outbox: what was answered is told, what was not is written down to be carried.

use std::sync::{Arc, Mutex, PoisonError};

use tongzhou_exchange::message::wire::Id;

use super::folder::{Answered, Folder, Waiting};
use crate::{
    error::ClientError,
    surroundings::Surroundings,
    transport::{Carried, Outgoing, Transport},
};

/// The messages of one task.
pub(super) struct Carrier {
    folder: Arc<Mutex<Folder>>,
    job: Id,
    surroundings: Surroundings,
}

impl Carrier {
    pub(super) fn new(folder: Arc<Mutex<Folder>>, job: Id, surroundings: Surroundings) -> Self {
        Self { folder, job, surroundings }
    }

    fn answer(&self, outgoing: Outgoing<'_>) -> Result<Vec<u8>, ClientError> {
        let body = std::str::from_utf8(outgoing.body).map_err(|_| ClientError::Form)?;
        let (to, operation) = (&outgoing.to.code, outgoing.operation.name());
        let mut folder = self.folder.lock().unwrap_or_else(PoisonError::into_inner);
        match folder.asked(self.job, to, operation, body) {
            Some(Waiting { reply: Some(Answered::Answer(answer)), .. }) => Ok(answer.clone().into_bytes()),
            Some(Waiting { reply: Some(Answered::Problem(problem)), .. }) => {
                Err(ClientError::Refused(problem.clone()))
            }
            Some(Waiting { reply: None, .. }) => Err(ClientError::Waiting),
            None => {
                let message_id = self.surroundings.fresh_id()?;
                folder.wait(Waiting {
                    message_id,
                    number: 0,
                    job_id: self.job,
                    to: to.clone(),
                    operation: operation.to_owned(),
                    body: body.to_owned(),
                    batches: Vec::new(),
                    reply: None,
                })?;
                Err(ClientError::Waiting)
            }
        }
    }
}

impl Transport for Carrier {
    fn carry<'t>(&'t self, outgoing: Outgoing<'t>) -> Carried<'t> {
        Box::pin(std::future::ready(self.answer(outgoing)))
    }

    fn is_at_once(&self) -> bool {
        false
    }
}
