//! One request on its way, and what comes back, in bounded time and memory.

use std::time::Duration;

use reqwest::{Client, Method, Url, redirect::Policy};
use thiserror::Error;
use tongzhou::value::Instant;

/// How long is waited, and for how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For one answer.
    pub answer: Duration,
    /// The most bytes of an answer.
    pub bytes: usize,
    /// How many cases in a row may end without an answer, or with one that they are asked too often, before nothing more
    /// is asked.
    pub silences: u32,
    /// For how long, at the most, what may come a little late is asked for again.
    pub late: Duration,
    /// For how long one request waits, at the most, where the target says that it is asked too often.
    pub waiting: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            answer: Duration::from_secs(15),
            bytes: 4 << 20,
            silences: 3,
            late: Duration::from_secs(10),
            waiting: Duration::from_secs(90),
        }
    }
}

/// A request as it is sent.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) method: String,
    pub(super) url: Url,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Option<Vec<u8>>,
    /// To which the answer has to be bound.
    pub(super) signature: Option<[u8; 64]>,
}

/// An answer.
#[derive(Clone, Debug)]
pub(super) struct Got {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, Vec<u8>)>,
    pub(super) body: Vec<u8>,
}

impl Got {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(own, _)| own == name)?;
        std::str::from_utf8(value).ok()
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum NoAnswer {
    #[error("no connection")]
    Connection,
    #[error("no answer in time")]
    Late,
    #[error("the answer is too long")]
    TooLong,
    #[error("the answer broke off")]
    BrokeOff,
    #[error("the request could not be written")]
    Unwritten,
}

/// Sends requests.
#[derive(Clone, Debug)]
pub(super) struct Wire {
    client: Client,
    patience: Patience,
}

impl Wire {
    pub(super) fn new(patience: Patience, roots: Option<&[u8]>) -> Option<Self> {
        let mut builder =
            Client::builder().redirect(Policy::none()).no_proxy().connect_timeout(patience.answer);
        if let Some(roots) = roots {
            builder = builder.tls_certs_only(reqwest::Certificate::from_pem_bundle(roots).ok()?);
        }
        Some(Self { client: builder.build().ok()?, patience })
    }

    pub(super) async fn send(&self, sent: &Sent) -> Result<Got, NoAnswer> {
        match tokio::time::timeout(self.patience.answer, self.exchange(sent)).await {
            Ok(got) => got,
            Err(_) => Err(NoAnswer::Late),
        }
    }

    async fn exchange(&self, sent: &Sent) -> Result<Got, NoAnswer> {
        let method = Method::from_bytes(sent.method.as_bytes()).map_err(|_| NoAnswer::Unwritten)?;
        let mut request = self.client.request(method, sent.url.clone());
        for (name, value) in &sent.headers {
            request = request.header(*name, value);
        }
        if let Some(body) = &sent.body {
            request = request.body(body.clone());
        }
        let mut response = request.send().await.map_err(|error| {
            if error.is_builder() {
                NoAnswer::Unwritten
            } else if error.is_connect() {
                NoAnswer::Connection
            } else {
                NoAnswer::BrokeOff
            }
        })?;
        let status = response.status().as_u16();
        let headers = response.headers().iter();
        let headers =
            headers.map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec())).collect();
        let mut body = Vec::new();
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len().saturating_add(chunk.len()) > self.patience.bytes => {
                    return Err(NoAnswer::TooLong);
                }
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => return Ok(Got { status, headers, body }),
                Err(_) => return Err(NoAnswer::BrokeOff),
            }
        }
    }
}

/// Now, in seconds since 1970.
pub(super) fn now() -> Option<Instant> {
    tongzhou::clock::instant(std::time::SystemTime::now()).ok()
}
