//! How a message gets there and its answer back.

mod http;

use std::{future::Future, pin::Pin};

use tongzhou_exchange::message::Operation;

pub(crate) use http::{Failure, Try, believe, target, unbelieved};
pub use http::{Http, PREFIX};

use crate::{error::ClientError, peer::Peer};

/// One request on its way.
#[derive(Clone, Copy, Debug)]
pub struct Outgoing<'m> {
    /// Who is asked.
    pub to: &'m Peer,
    /// What is asked for.
    pub operation: Operation,
    /// The exact bytes of the request.
    pub body: &'m [u8],
}

/// The answer, on its way back.
pub type Carried<'t> = Pin<Box<dyn Future<Output = Result<Vec<u8>, ClientError>> + Send + 't>>;

/// What carries messages.
pub trait Transport: Send + Sync {
    /// Carries one request, and brings the exact bytes of an answer that is known to be of who was asked.
    fn carry<'t>(&'t self, outgoing: Outgoing<'t>) -> Carried<'t>;

    /// Whether answers come at once. Where they do not, all that can be asked is asked before one waits.
    fn is_at_once(&self) -> bool;
}
