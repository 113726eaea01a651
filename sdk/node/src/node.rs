//! A node: set up, listening, answering, stopped.
//!
//! ```no_run
//! use std::path::Path;
//! use tongzhou_node::{config::Config, node::Node};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let text = std::fs::read_to_string("node.toml")?;
//! let config = Config::read(&text, Path::new("."), std::env::vars()).map_err(|faults| faults[0].clone())?;
//! let running = Node::start(config).await?;
//! println!("{}", running.url());
//! tongzhou_node::node::until_told().await;
//! running.stop().await;
//! # Ok(())
//! # }
//! ```

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Weak},
    time::Duration,
};

use thiserror::Error;
use tokio::{net::TcpListener, sync::Semaphore, task::JoinHandle, time};
use tokio_rustls::TlsAcceptor;
use tongzhou::model::Version;
use tongzhou_exchange::message::{Operation, Role, wire::Organisation};
use tongzhou_exchange::problem::Problem;

use crate::{
    answer::{Roles, answer},
    config::{Config, ConfigFault},
    http::{Answers, Bound, Service, Stopping, openapi},
    registry::{Registry, sweep, tell},
    store::BoxFuture,
};

mod parts;

pub use parts::Parts;

/// A node.
#[derive(Debug)]
pub struct Node(());

/// A node that listens. Where it is dropped without [`stop`](Self::stop), requests under way are cut off.
pub struct Running {
    address: SocketAddr,
    url: String,
    stopping: Stopping,
    background: Option<JoinHandle<()>>,
}

/// Why a node did not start.
#[derive(Debug, Error)]
pub enum StartError {
    /// The configuration, or what it names, is wrong.
    #[error("the configuration is wrong in {} places, the first: {}", .0.len(), .0.first().map(ToString::to_string).unwrap_or_default())]
    Config(Vec<ConfigFault>),
    /// It cannot listen where it should.
    #[error("the node cannot listen on {0}")]
    Listen(SocketAddr, #[source] io::Error),
}

impl Node {
    /// Opens the database, the directory and the keys, and listens.
    ///
    /// # Errors
    /// Everything that is wrong with the configuration and what it names, or why it cannot listen.
    pub async fn start(config: Config) -> Result<Running, StartError> {
        let parts = Parts::prepare(&config).await.map_err(StartError::Config)?;
        let failed = |error| StartError::Listen(config.listen, error);
        let listener = TcpListener::bind(config.listen).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let url = config.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
        let registry = parts.roles.registry.clone();
        let roles = parts.roles;
        let description = openapi::describe(|role| roles.plays(role));
        let test_tenant = config.test_tenant.then(|| test_tenant(&config).into());
        let service = Arc::new(Service {
            base: url.clone(),
            behind_proxy: config.behind_proxy,
            test_tenant,
            member: roles.member.clone(),
            answers: Box::new(roles),
            store: parts.store,
            directories: Arc::new(parts.directories),
            key: parts.key,
            rates: crate::http::Rates::new(&config.limits),
            metrics: crate::http::Metrics::default(),
            places: Arc::new(Semaphore::new(config.limits.requests_at_once)),
            openapi: serde_json::to_vec(&description).unwrap_or_default().into(),
            limits: config.limits,
        });
        let background = tokio::spawn(keep_house(Arc::downgrade(&service), registry));
        let tls = parts.tls.map(TlsAcceptor::from);
        let stopping = Bound { listener, tls, service }.serve();
        tracing::info!(%address, url, "listening");
        Ok(Running { address, url, stopping, background: Some(background) })
    }
}

/// What a test tenant says of itself, by which tests of conformance know what they may ask of it.
fn test_tenant(config: &Config) -> String {
    let limits = &config.limits;
    let mut said = serde_json::json!({
        "testTenant": true,
        "standardVersion": Version::latest().text(),
        "messageBytes": limits.message_bytes,
        "requestsPerMinute": limits.requests_per_minute,
    });
    if let Some(said) = said.as_object_mut()
        && config.plays(Role::Evaluator)
        && !config.evaluator.shares.is_empty()
    {
        said.insert("quota".into(), config.evaluator.quota.into());
    }
    said.to_string()
}

impl Running {
    /// Where it listens.
    pub const fn addr(&self) -> SocketAddr {
        self.address
    }

    /// By which address others reach it, which is signed with every request.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Ends what is done beside requests: for whoever calls [`sweep()`] at times of their own, so that nobody is told of
    /// anything and nothing ends or is erased between. A directory that changes is not read again either.
    pub async fn without_housekeeping(mut self) -> Self {
        end(self.background.take()).await;
        self
    }

    /// Takes no more connections, lets the requests that are under way finish, and stops.
    pub async fn stop(self) {
        tracing::info!("stopping");
        self.stopping.stop().await;
        end(self.background).await;
        tracing::info!("stopped");
    }
}

impl Answers for Roles {
    fn answer<'a>(
        &'a self,
        caller: &'a Organisation,
        operation: Operation,
        body: &'a [u8],
    ) -> BoxFuture<'a, Result<Vec<u8>, Problem>> {
        Box::pin(answer(self, caller, operation, body))
    }

    fn plays(&self, role: Role) -> bool {
        self.plays(role)
    }
}

/// Returns when the program is told to stop: by Ctrl-C, or by the system.
pub async fn until_told() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let (Ok(mut terminate), Ok(mut interrupt)) =
            (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
        {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// What is done beside requests, until nobody answers any more: the directory is read again when it has changed, what
/// is over is ended and erased.
async fn keep_house(service: Weak<Service>, registry: Option<Registry>) {
    let mut ticks = time::interval(TICK);
    ticks.set_missed_tick_behavior(time::MissedTickBehavior::Delay);
    let mut count = 0_u32;
    loop {
        ticks.tick().await;
        let Some(service) = service.upgrade() else { return };
        if count.is_multiple_of(LOOK) {
            refresh(&service).await;
        }
        if let Some(registry) = &registry
            && let Err(error) = tell(registry).await
        {
            tracing::warn!(error = %error, "members could not be told of what concerns them");
        }
        if count.is_multiple_of(EVERY) {
            service.tidy().await;
            if let Some(registry) = &registry
                && let Err(error) = sweep(registry).await
            {
                tracing::warn!(error = %error, "what is over could not be ended or erased");
            }
        }
        if count.is_multiple_of(HOURLY)
            && let Some(registry) = &registry
            && let Err(error) = registry.store.scrub().await
        {
            tracing::warn!(error = %error, "what was erased may still be in files of the database");
        }
        count = count.wrapping_add(1);
    }
}

async fn end(background: Option<JoinHandle<()>>) {
    if let Some(background) = background {
        background.abort();
        let _ = background.await;
    }
}

/// Takes the directory on disk where it is another.
async fn refresh(service: &Service) {
    let directories = Arc::clone(&service.directories);
    let refreshed = tokio::task::spawn_blocking(move || Service::now().map(|now| directories.refresh(now)));
    match refreshed.await {
        Ok(Some(Ok(true))) => tracing::info!("another directory is in force"),
        Ok(Some(Err(error))) => tracing::warn!(error = %error, "the directory on disk is not taken"),
        Ok(Some(Ok(false)) | None) | Err(_) => {}
    }
}

/// How often members are told what concerns them.
const TICK: Duration = Duration::from_secs(1);
/// At every how many of these the files of the directory are looked at.
const LOOK: u32 = 5;
/// At every how many of them what is over is ended.
const EVERY: u32 = 30;
/// At every how many of them the database is made to let go of what was erased: well within the day that is promised.
const HOURLY: u32 = 3600;
