//! What surrounds every request: its id, its time, its place among others, the signature of its answer, and one line
//! in the log.

use std::{net::IpAddr, sync::Arc, time::Instant};

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tongzhou::{fault, value::Uuid7};
use tongzhou_exchange::{
    message::wire::Id,
    problem::{Problem, ProblemKind},
    signature::{AnswerParts, Content, ContentDigest, RequestSignature, sign_answer},
};

use super::{
    Service, admission,
    connections::Peer,
    reply::{Asked, Asker, Reply, Told, code},
};

/// Lets a request be answered, whatever happens meanwhile.
pub(super) async fn attend(State(service): State<Arc<Service>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = fresh_id();
    let signature = admission::signature_of(request.headers());
    let mut response = answered(&service, request, next, id).await;
    let unsigned = fault::is("answer-unsigned")
        || fault::is("refusal-unsigned") && response.extensions().get::<Told>().is_some();
    if let Some(signature) = signature.filter(|_| !unsigned) {
        sign(&service, &mut response, &signature);
    }
    if let Some(id) = id.and_then(|id| HeaderValue::from_str(&id.to_string()).ok()) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    note(&service, &response, id, began);
    response
}

async fn answered(service: &Arc<Service>, request: Request, next: Next, id: Option<Id>) -> Response {
    let incident = |kind| Reply::from(Problem { incident: id, ..Problem::new(kind) }).into_response();
    if let Some(address) = address(service, &request)
        && let Err(problem) = service.rates.of_address(address)
    {
        return Reply::from(problem).into_response();
    }
    let Ok(place) = Arc::clone(&service.places).try_acquire_owned() else {
        return incident(ProblemKind::Unavailable);
    };
    let path = request.uri().path();
    let with_package = path == "/v1/packages/submit" || path.starts_with("/v1/parcels/fetch/");
    let time = if with_package { service.limits.package_time } else { service.limits.request_time };
    // In a task of its own: what was begun is finished, also where nobody waits for it any more.
    let task = tokio::spawn(async move {
        let response = next.run(request).await;
        drop(place);
        response
    });
    match tokio::time::timeout(time, task).await {
        Ok(Ok(response)) => with_incident(response, id),
        Ok(Err(fault)) => {
            let id = id.map(|id| id.to_string()).unwrap_or_default();
            tracing::error!(request = id, panicked = fault.is_panic(), "a request was not finished");
            incident(ProblemKind::Internal)
        }
        Err(_) => incident(ProblemKind::Timeout),
    }
}

/// A fault of this node is told with the id by which the log has it.
fn with_incident(response: Response, id: Option<Id>) -> Response {
    match response.extensions().get::<Told>() {
        Some(Told(ProblemKind::Internal)) => {
            let extensions = response.extensions().clone();
            let problem = Problem { incident: id, ..Problem::new(ProblemKind::Internal) };
            let mut response = Reply::from(problem).into_response();
            let (asked, asker) = (extensions.get::<Asked>().copied(), extensions.get::<Asker>().cloned());
            if let Some(asked) = asked {
                response.extensions_mut().insert(asked);
            }
            if let Some(asker) = asker {
                response.extensions_mut().insert(asker);
            }
            response
        }
        _ => response,
    }
}

/// From where a request comes: the other end of the connection, or whom the proxy before this node names last.
fn address(service: &Service, request: &Request) -> Option<IpAddr> {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0.ip());
    if !service.behind_proxy {
        return peer;
    }
    let forwarded = request.headers().get_all("x-forwarded-for").iter().next_back();
    let last = forwarded.and_then(|value| value.to_str().ok()).and_then(|value| value.rsplit(',').next());
    last.and_then(|address| address.trim().parse().ok()).or(peer)
}

fn sign(service: &Service, response: &mut Response, to: &RequestSignature) {
    let (Some(digest), Some(now)) = (response.extensions().get::<ContentDigest>().copied(), Service::now())
    else {
        return;
    };
    let media_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Some(media_type) = media_type else { return };
    let status = if fault::is("refusal-signed-as-done") { 200 } else { response.status().as_u16() };
    let nobodys = RequestSignature::from([0; 64]);
    let to = if fault::is("answer-bound-to-nothing") { &nobodys } else { to };
    let parts = AnswerParts { status, content: Content { media_type, digest }, to };
    let Ok(signed) = sign_answer(&parts, &service.key, now) else { return };
    for (name, value) in signed {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
}

/// One line: who asked what, and how it ended. No path, body or token, which could tell of a child.
fn note(service: &Service, response: &Response, id: Option<Id>, began: Instant) {
    let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let extensions = response.extensions();
    let asked = extensions.get::<Asked>().map_or("other", |asked| asked.0);
    let problem = extensions.get::<Told>().map(|told| told.0);
    let status = response.status().as_u16();
    service.metrics.count(asked, status, problem, millis);
    let id = id.map(|id| id.to_string()).unwrap_or_default();
    let member = extensions.get::<Asker>().map_or("", |asker| asker.0.as_str());
    let problem = problem.map_or("", code);
    tracing::info!(request = id, operation = asked, member, status, problem, millis, "answered");
}

fn fresh_id() -> Option<Id> {
    let mut random = [0; 10];
    getrandom::fill(&mut random).ok()?;
    let now = Service::now()?;
    u64::try_from(now.unix_millis()).ok().map(|millis| Id(Uuid7::from_parts(millis, random)))
}

const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
