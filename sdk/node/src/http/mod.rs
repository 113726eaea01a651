//! Requests in, answers out: the address of each operation, who may ask, how much, and how long it may take.
//!
//! What an operation does is none of its business: it hands the verified caller and the body on, and signs what comes
//! back. Each request goes this way:
//!
//! `connection → address limit → signature → member → member limit → body → nonce → operation → signed answer → log`

mod admission;
mod connections;
mod impatient;
mod log;
mod metrics;
mod nonces;
pub mod openapi;
mod outer;
mod public;
mod rates;
mod reply;
mod routes;
mod tls;
mod upload;

use std::sync::Arc;

use tongzhou::{signing::SigningKey, value::Instant};
use tongzhou_exchange::{
    message::{Operation, Role, wire::Organisation},
    problem::Problem,
};

use crate::{
    config::Limits,
    directories::Directories,
    member::Member,
    store::{BoxFuture, Store},
};

pub(crate) use connections::{Bound, Stopping};
pub use log::{Log, start_log};
pub(crate) use metrics::Metrics;
pub(crate) use rates::Rates;
pub use tls::{TlsFault, server_config};

/// Who answers operations.
pub trait Answers: Send + Sync + 'static {
    /// Answers what `caller` asks, whose signature was verified.
    fn answer<'a>(
        &'a self,
        caller: &'a Organisation,
        operation: Operation,
        body: &'a [u8],
    ) -> BoxFuture<'a, Result<Vec<u8>, Problem>>;

    /// Whether a role is played.
    fn plays(&self, role: Role) -> bool;
}

/// What every request is answered with.
pub(crate) struct Service {
    /// `https://registry.example`, without a slash at its end. What a request is for is written behind it as this node sees
    /// it, so a path that stands here is one that a proxy has taken off.
    pub(crate) base: String,
    pub(crate) behind_proxy: bool,
    /// What a test tenant says of itself; none where it is at work.
    pub(crate) test_tenant: Option<axum::body::Bytes>,
    pub(crate) answers: Box<dyn Answers>,
    pub(crate) member: Option<Member>,
    pub(crate) store: Store,
    pub(crate) directories: Arc<Directories>,
    pub(crate) key: SigningKey,
    pub(crate) limits: Limits,
    pub(crate) rates: Rates,
    pub(crate) metrics: Metrics,
    pub(crate) places: Arc<tokio::sync::Semaphore>,
    pub(crate) openapi: axum::body::Bytes,
}

impl Service {
    pub(crate) fn now() -> Option<Instant> {
        tongzhou::clock::instant(std::time::SystemTime::now()).ok()
    }

    /// Forgets what is of no use any more: nonces that no signature can use, and those who have not asked for long.
    pub(crate) async fn tidy(&self) {
        self.rates.tidy();
        if let Err(error) = nonces::forget_old(&self.store).await {
            tracing::warn!(error = %error, "nonces could not be forgotten");
        }
    }
}
