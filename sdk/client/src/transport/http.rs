//! Over HTTP: signed, tried again with the same request, and believed only where the answer is signed too.

use std::{fmt, time::Duration};

use reqwest::{Method, Response, StatusCode, Url, header::RETRY_AFTER, redirect::Policy};
use tokio::time::{Instant as Moment, sleep, timeout};
use tongzhou::{json, signing::SigningKey};
use tongzhou_exchange::{
    problem::{self, Problem, ProblemKind},
    signature::{
        Content, ContentDigest, Nonce, RequestParts, RequestSignature, SignatureFault, SignedFields,
        sign_request, verify_answer,
    },
};

use super::{Carried, Outgoing, Transport};
use crate::{
    client::Options, error::ClientError, patience::Patience, peer::Peer, surroundings::Surroundings,
};

/// What stands between the address of a member and the name of an operation.
pub const PREFIX: &str = "v1/";

/// Messages over HTTP.
pub struct Http {
    http: reqwest::Client,
    key: SigningKey,
    surroundings: Surroundings,
    patience: Patience,
}

/// What came of one try.
pub(crate) enum Try<T> {
    /// An answer.
    Done(T),
    /// It was refused, for good or not.
    Refused(Box<Problem>),
    /// Nothing that could be believed came back.
    Failed(Failure),
}

/// Why a try brought nothing.
pub(crate) struct Failure {
    /// Whether the request may have arrived.
    arrived: bool,
    /// Whether it may help to try again.
    again: bool,
    /// When to try again, if somebody said so.
    after: Option<Duration>,
    /// Where something answered that is not who was asked.
    fault: Option<SignatureFault>,
}

impl Failure {
    /// The answer broke off.
    pub(crate) const fn on_the_way() -> Self {
        Self { arrived: true, again: true, after: None, fault: None }
    }
}

impl Http {
    /// Messages that are signed with `key`.
    ///
    /// # Errors
    /// [`ClientError::Encryption`].
    pub fn new(key: SigningKey, surroundings: Surroundings, options: &Options) -> Result<Self, ClientError> {
        // What the environment says of proxies is not asked: where requests go is for the caller to say.
        let mut builder = reqwest::Client::builder().redirect(Policy::none()).no_proxy();
        if let Some(roots) = &options.roots {
            let roots = reqwest::Certificate::from_pem_bundle(roots).map_err(|_| ClientError::Encryption)?;
            builder = builder.tls_certs_only(roots);
        }
        let http = builder.build().map_err(|_| ClientError::Encryption)?;
        Ok(Self { http, key, surroundings, patience: options.patience })
    }

    /// Tries until there is an answer, it is refused for good, or the deadline has come.
    pub(crate) async fn persist<T, F>(&self, mut attempt: impl FnMut() -> F) -> Result<T, ClientError>
    where
        F: Future<Output = Result<Try<T>, ClientError>>,
    {
        let begun = Moment::now();
        let mut arrived = false;
        let mut last: Option<Box<Problem>> = None;
        for number in 0_u32.. {
            let left = self.patience.deadline.saturating_sub(begun.elapsed());
            if left.is_zero() {
                break;
            }
            let after = match timeout(left.min(self.patience.attempt), attempt()).await {
                Err(_) => {
                    arrived = true;
                    None
                }
                Ok(Err(error)) => return Err(error),
                Ok(Ok(Try::Done(answer))) => return Ok(answer),
                Ok(Ok(Try::Refused(problem))) if !problem::is_worth_a_retry(problem.code) => {
                    return Err(ClientError::Refused(problem));
                }
                Ok(Ok(Try::Refused(problem))) => {
                    // Who is asked too often has done nothing.
                    arrived |= problem.code != ProblemKind::TooMany;
                    let after = problem.retry_after.map(|seconds| Duration::from_secs(seconds.get().into()));
                    last = Some(problem);
                    after
                }
                Ok(Ok(Try::Failed(failure))) => {
                    arrived |= failure.arrived;
                    match failure.fault {
                        Some(fault) if !failure.again => return Err(ClientError::NotTheirs(fault)),
                        _ => failure.after,
                    }
                }
            };
            let mut random = [0; 4];
            self.surroundings.fill(&mut random)?;
            let pause = self.patience.pause(number, after, u32::from_le_bytes(random));
            if begun.elapsed().saturating_add(pause) >= self.patience.deadline {
                break;
            }
            sleep(pause).await;
        }
        Err(match (arrived, last) {
            (true, last) => ClientError::Unknown(last),
            (false, Some(problem)) => ClientError::Refused(problem),
            (false, None) => ClientError::Unreachable,
        })
    }

    /// Sends a signed request once.
    pub(crate) async fn send(
        &self,
        method: Method,
        url: Url,
        content: Option<(&'static str, ContentDigest, reqwest::Body)>,
    ) -> Result<Result<(Response, RequestSignature), Failure>, ClientError> {
        let mut nonce = [0; 16];
        self.surroundings.fill(&mut nonce)?;
        let parts = RequestParts {
            method: method.as_str(),
            target_uri: url.as_str(),
            content: content.as_ref().map(|(media_type, digest, _)| Content { media_type, digest: *digest }),
            idempotency_key: None,
        };
        let signed = sign_request(&parts, &self.key, self.surroundings.now()?, Nonce::from(nonce))
            .map_err(|_| ClientError::Form)?;
        let mut request = self.http.request(method, url);
        for (name, value) in signed.headers {
            request = request.header(name, value);
        }
        if let Some((media_type, _, body)) = content {
            request = request.header("content-type", media_type).body(body);
        }
        Ok(match request.send().await {
            Ok(response) => Ok((response, signed.signature)),
            Err(error) => {
                let arrived = !error.is_connect();
                Err(Failure { arrived, again: true, after: None, fault: None })
            }
        })
    }

    /// What a response comes to whose whole body fits into memory.
    pub(crate) async fn take(
        &self,
        mut response: Response,
        to: &RequestSignature,
        peer: &Peer,
    ) -> Result<Try<Vec<u8>>, ClientError> {
        let status = response.status();
        let mut body = Vec::new();
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => break,
                Err(_) => return Ok(Try::Failed(Failure::on_the_way())),
            }
            if body.len() > MAX_ANSWER {
                return Err(ClientError::NotAnAnswer);
            }
        }
        if let Err(fault) = believe(&response, ContentDigest::of(&body), to, peer) {
            return Ok(Try::Failed(unbelieved(&response, fault)));
        }
        if status.is_success() {
            return Ok(Try::Done(body));
        }
        let problem: Problem = json::from_slice(&body).map_err(|_| ClientError::NotAnAnswer)?;
        Ok(Try::Refused(Box::new(problem)))
    }

    /// What a response comes to that is no answer, such as where a package is fetched.
    pub(crate) async fn refuse<T>(
        &self,
        response: Response,
        to: &RequestSignature,
        peer: &Peer,
    ) -> Result<Try<T>, ClientError> {
        Ok(match self.take(response, to, peer).await? {
            Try::Done(_) => return Err(ClientError::NotAnAnswer),
            Try::Refused(problem) => Try::Refused(problem),
            Try::Failed(failure) => Try::Failed(failure),
        })
    }

    async fn once(&self, outgoing: Outgoing<'_>, url: Url) -> Result<Try<Vec<u8>>, ClientError> {
        let digest = ContentDigest::of(outgoing.body);
        let content = Some((JSON, digest, reqwest::Body::from(outgoing.body.to_vec())));
        match self.send(Method::POST, url, content).await? {
            Ok((response, signature)) => self.take(response, &signature, outgoing.to).await,
            Err(failure) => Ok(Try::Failed(failure)),
        }
    }
}

impl Transport for Http {
    fn carry<'t>(&'t self, outgoing: Outgoing<'t>) -> Carried<'t> {
        Box::pin(async move {
            let url = target(outgoing.to, outgoing.operation.name())?;
            self.persist(|| self.once(outgoing, url.clone())).await
        })
    }

    fn is_at_once(&self) -> bool {
        true
    }
}

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Http").field("key", &self.key).finish_non_exhaustive()
    }
}

/// The whole address of a thing at a member.
pub(crate) fn target(peer: &Peer, name: &str) -> Result<Url, ClientError> {
    let address = peer.address.as_ref().ok_or_else(|| ClientError::NoAddress(peer.code.clone()))?;
    address.below(&format!("{PREFIX}{name}")).ok_or(ClientError::Form)
}

/// Whether a response is an answer to this request, by who was asked.
pub(crate) fn believe(
    response: &Response,
    body: ContentDigest,
    to: &RequestSignature,
    peer: &Peer,
) -> Result<(), SignatureFault> {
    let headers = response.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    let fields = SignedFields::of(headers)?;
    verify_answer(response.status().as_u16(), &fields, body, to, |id| peer.key(id)).map(|_| ())
}

/// What a response comes to that nobody known has signed: something on the way may be busy, and passes.
pub(crate) fn unbelieved(response: &Response, fault: SignatureFault) -> Failure {
    let status = response.status();
    let again = status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS;
    let seconds = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
    Failure { arrived: true, again, after: seconds.map(Duration::from_secs), fault: Some(fault) }
}

const JSON: &str = "application/json";
/// How large an answer may be, in bytes.
const MAX_ANSWER: usize = 16 << 20;
