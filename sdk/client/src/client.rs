//! The client.

use std::{collections::BTreeMap, fmt, sync::Arc};

use tongzhou::{directory::Directory, json, signing::SigningKey};
use tongzhou_exchange::message::{Request, Role, wire::Organisation};

use crate::{
    address::Address,
    error::ClientError,
    patience::Patience,
    peer::{Peer, Peers},
    surroundings::Surroundings,
    transport::{Http, Outgoing, Transport},
};

/// How requests are sent.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How long to try.
    pub patience: Patience,
    /// Addresses that go before those of the directory.
    pub addresses: BTreeMap<Organisation, Address>,
    /// Certificates, as PEM, that alone are trusted for encryption, in place of those of the system.
    pub roots: Option<Vec<u8>>,
}

/// Asks members, registries and evaluators in the name of one organisation.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

struct Inner {
    us: Organisation,
    peers: Peers,
    surroundings: Surroundings,
    transport: Box<dyn Transport>,
    /// The same, where packages are to be sent and fetched.
    http: Option<Arc<Http>>,
}

impl Client {
    /// A client that asks over HTTP, in the name of `us`, which signs with `key`.
    ///
    /// # Errors
    /// [`ClientError::OurKey`] where the directory does not know the key as one of ours, and those of setting up.
    pub fn over_http(
        directory: &Directory,
        us: Organisation,
        key: SigningKey,
        surroundings: Surroundings,
        options: &Options,
    ) -> Result<Self, ClientError> {
        let peers = Peers::of(directory, options.addresses.clone(), surroundings.now()?)?;
        let id = key.verifying_key().id();
        if !peers.has_key(&us, &id) {
            return Err(ClientError::OurKey(id));
        }
        let http = Arc::new(Http::new(key, surroundings.clone(), options)?);
        let transport = Box::new(SharedHttp(Arc::clone(&http)));
        Ok(Self { inner: Arc::new(Inner { us, peers, surroundings, transport, http: Some(http) }) })
    }

    /// A client whose messages another transport carries.
    pub fn over(
        peers: Peers,
        us: Organisation,
        surroundings: Surroundings,
        transport: impl Transport + 'static,
    ) -> Self {
        let transport = Box::new(transport);
        Self { inner: Arc::new(Inner { us, peers, surroundings, transport, http: None }) }
    }

    /// In whose name is asked.
    pub fn us(&self) -> &Organisation {
        &self.inner.us
    }

    /// Whom the directory lists.
    pub fn peers(&self) -> &Peers {
        &self.inner.peers
    }

    /// The clock and the random numbers.
    pub fn surroundings(&self) -> &Surroundings {
        &self.inner.surroundings
    }

    /// Asks the registry. Sent again, the same request is the same deed.
    ///
    /// # Errors
    /// [`ClientError::Refused`] by the registry; [`ClientError::Unreachable`], where nothing was done;
    /// [`ClientError::Unknown`], where nobody knows, and the same request is to be sent again; and others.
    pub async fn ask<R: Request>(&self, request: &R) -> Result<R::Answer, ClientError> {
        match R::OPERATION.role() {
            Role::Registry => self.ask_of(&self.peers().registry()?, request).await,
            role @ (Role::Evaluator | Role::Member) => Err(ClientError::Nobody(role)),
        }
    }

    /// Asks one member, such as where a package stands that was sent to it.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub async fn ask_of<R: Request>(&self, peer: &Peer, request: &R) -> Result<R::Answer, ClientError> {
        let body = request.write();
        let answer = self.carry(Outgoing { to: peer, operation: R::OPERATION, body: &body }).await?;
        json::from_slice(&answer).map_err(|_| ClientError::NotAnAnswer)
    }

    pub(crate) async fn carry(&self, outgoing: Outgoing<'_>) -> Result<Vec<u8>, ClientError> {
        self.inner.transport.carry(outgoing).await
    }

    pub(crate) fn is_at_once(&self) -> bool {
        self.inner.transport.is_at_once()
    }

    pub(crate) fn http(&self) -> Result<&Http, ClientError> {
        self.inner.http.as_deref().ok_or(ClientError::Waiting)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("us", &self.inner.us).finish_non_exhaustive()
    }
}

struct SharedHttp(Arc<Http>);

impl Transport for SharedHttp {
    fn carry<'t>(&'t self, outgoing: Outgoing<'t>) -> crate::transport::Carried<'t> {
        self.0.carry(outgoing)
    }

    fn is_at_once(&self) -> bool {
        self.0.is_at_once()
    }
}
