//! The door before the peers: it takes requests in bounded memory, writes down what came, and hands on or spoils it.

use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::{Duration, Instant as Moment},
};

use hyper::{
    Request as Incoming, Response,
    body::{Body, Bytes, Frame, Incoming as Streamed, SizeHint},
    header::{HeaderName, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use serde_json::Value;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::{JoinHandle, JoinSet},
    time::timeout,
};
use tongzhou::{clock, json, signing::KeyId};
use tongzhou_exchange::signature::{
    ContentDigest, SignatureFault, SignedFields, VerifiedRequest, verify_request,
};

use super::{
    Shared,
    alliance::Peer,
    forward::{Answer, Request},
    record::{Seen, TurnedAway},
    tamper::{Given, Tamper},
};

/// Answers on `listener` until it is aborted.
pub(super) fn open(listener: TcpListener, shared: Arc<Shared>) -> JoinHandle<()> {
    tokio::spawn(async move {
        let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
        // Whoever is answered when the door is closed is cut off with it.
        let mut connections = JoinSet::new();
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            while connections.try_join_next().is_some() {}
            let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
            let shared = Arc::clone(&shared);
            connections.spawn(async move {
                serve(stream, shared).await;
                drop(place);
            });
        }
    })
}

async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let service = service_fn(move |request| {
        let shared = Arc::clone(&shared);
        async move { shared.answer(request).await }
    });
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    // A connection that ends badly is the client's affair, or was ended so on purpose.
    let _ = server.serve_connection(TokioIo::new(stream), service).await;
}

impl Shared {
    /// An answer, or none, by which the connection ends.
    async fn answer(&self, incoming: Incoming<Streamed>) -> Result<Response<Outgoing>, io::Error> {
        let method = incoming.method().as_str().to_owned();
        let path = incoming.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
        let headers = incoming.headers().iter();
        let headers: Vec<(String, Vec<u8>)> =
            headers.map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec())).collect();
        let found = Peer::ALL.into_iter().find_map(|peer| {
            let rest = path.strip_prefix('/')?.strip_prefix(peer.path())?;
            rest.starts_with('/').then(|| (peer, rest.to_owned()))
        });
        let (peer, rest) = found.map_or((None, path.clone()), |(peer, rest)| (Some(peer), rest));
        let operation = peer.and(rest.strip_prefix("/v1/")).unwrap_or(&rest).to_owned();
        let most = if operation == SUBMIT { MOST_PACKAGE } else { MOST_MESSAGE };
        let (body, unread) = match timeout(PATIENCE, read(incoming.into_body(), most)).await {
            Ok(Ok(body)) => (body, None),
            Ok(Err(TooLong)) => (Vec::new(), Some((413, TurnedAway::TooLong))),
            Err(_) => (Vec::new(), Some((408, TurnedAway::TooSlow))),
        };
        let request = Request { method, path: rest, headers, body };
        let (Some(here), None) = (peer, unread) else {
            let (status, why) = unread.unwrap_or((404, TurnedAway::Nobody));
            self.note(peer, operation, &path, &request, Some(why));
            return Ok(plain(status));
        };
        let asked = self.note(peer, operation, &path, &request, None);
        let Some((place, fault)) = asked else { return Err(io::ErrorKind::OutOfMemory.into()) };
        let Ok(now) = clock::instant(std::time::SystemTime::now()) else { return Ok(plain(500)) };
        let tamper = Tamper { alliance: &self.alliance, forward: &self.forward, now };
        let given = tamper.give(here, &request, fault).await;
        if let Some(place) = place {
            let (status, body, bytes) = match &given {
                Given::Whole(answer) | Given::Half(answer) => {
                    (answer.status, json::from_slice(&answer.body).ok(), answer.body.len())
                }
                Given::Nothing => (0, None, 0),
            };
            self.record().answer(place, status, body, bytes);
        }
        match given {
            Given::Whole(answer) => Ok(response(answer, false)),
            Given::Half(answer) => Ok(response(answer, true)),
            Given::Nothing => Err(io::ErrorKind::ConnectionAborted.into()),
        }
    }

    /// Writes down what came; gives where, and how the peer is to misbehave. None where there is no more room.
    fn note(
        &self,
        at: Option<Peer>,
        operation: String,
        path: &str,
        request: &Request,
        turned_away: Option<TurnedAway>,
    ) -> Option<(Option<usize>, Option<super::scenario::Fault>)> {
        if turned_away.is_none() && request.method == "GET" && PUBLIC.contains(&operation.as_str()) {
            return Some((None, None));
        }
        let verified = self.verified(path, request);
        let body: Option<Value> = json::from_slice(&request.body).ok();
        let mut record = self.record();
        let scenario = match &body {
            Some(body) => record.scenario_of(body),
            None if operation == SUBMIT => self.scenarios.iter().position(|scenario| scenario.package),
            None => None,
        };
        let fault = scenario
            .and_then(|scenario| record.plan(&self.scenarios, scenario, (at?, &operation), body.as_ref()?));
        let headers = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice()));
        let signature = SignedFields::of(headers).and_then(|fields| fields.request_signature()).ok();
        let seen = Seen {
            at,
            operation,
            scenario,
            body,
            signed: verified.map(|verified| verified.nonce),
            signature: signature.map(|signature| *signature.as_bytes()),
            came: Moment::now(),
            turned_away,
            fault,
            answered: None,
        };
        let bytes = if seen.body.is_some() { request.body.len() } else { 0 };
        record.note(seen, bytes.saturating_add(path.len())).map(|place| (Some(place), fault))
    }

    fn verified(&self, path: &str, request: &Request) -> Result<VerifiedRequest, SignatureFault> {
        let headers = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice()));
        let fields = SignedFields::of(headers)?;
        let uri = format!("{}{path}", self.base);
        let now = clock::instant(std::time::SystemTime::now()).map_err(|_| SignatureFault::TooOld)?;
        let key_of = |id: &KeyId| self.client.keys.iter().copied().find(|key| key.id() == *id);
        verify_request(&request.method, &uri, &fields, ContentDigest::of(&request.body), now, key_of)
    }
}

/// The body was longer than is taken.
struct TooLong;

async fn read(mut body: Streamed, most: usize) -> Result<Vec<u8>, TooLong> {
    let mut bytes = Vec::new();
    while let Some(frame) = std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        // What broke off is judged as it came: its digest is not the one that was signed.
        let Ok(frame) = frame else { break };
        if let Ok(data) = frame.into_data() {
            if bytes.len().saturating_add(data.len()) > most {
                return Err(TooLong);
            }
            bytes.extend_from_slice(&data);
        }
    }
    Ok(bytes)
}

fn plain(status: u16) -> Response<Outgoing> {
    response(Answer { status, headers: Vec::new(), body: Vec::new() }, false)
}

fn response(answer: Answer, half: bool) -> Response<Outgoing> {
    let mut response = Response::new(Outgoing { left: None, breaks_off: half });
    if let Ok(status) = hyper::StatusCode::from_u16(answer.status) {
        *response.status_mut() = status;
    }
    for (name, value) in &answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name.as_str()), HeaderValue::from_bytes(value)) {
            response.headers_mut().append(name, value);
        }
    }
    if half {
        response.headers_mut().insert("content-length", HeaderValue::from(answer.body.len()));
    }
    let mut bytes = Bytes::from(answer.body);
    if half {
        bytes.truncate(bytes.len() / 2);
    }
    response.body_mut().left = Some(bytes);
    response
}

/// The body of an answer, whole or one that breaks off.
#[derive(Debug)]
struct Outgoing {
    left: Option<Bytes>,
    breaks_off: bool,
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match self.left.take().filter(|bytes| !bytes.is_empty()) {
            Some(bytes) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            None if self.breaks_off => Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        !self.breaks_off && self.left.as_ref().is_none_or(Bytes::is_empty)
    }

    fn size_hint(&self) -> SizeHint {
        if self.breaks_off {
            return SizeHint::default();
        }
        SizeHint::with_exact(self.left.as_ref().map_or(0, Bytes::len) as u64)
    }
}

/// What everybody may read, unsigned.
const PUBLIC: [&str; 4] = ["directory", "directory.jws", "catalogue", "test-tenant"];
const SUBMIT: &str = "packages/submit";
const MOST_MESSAGE: usize = 1 << 20;
const MOST_PACKAGE: usize = 32 << 20;
const MOST_CONNECTIONS: usize = 256;
/// For how long headers or a body may be on their way.
const PATIENCE: Duration = Duration::from_secs(30);
