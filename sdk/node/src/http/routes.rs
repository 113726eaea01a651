//! Which address is answered by what.

use std::sync::Arc;

use axum::{
    Extension, Router,
    body::{Body, Bytes},
    extract::{Path, Request, State},
    http::{HeaderMap, header},
    middleware,
    response::{IntoResponse, Response},
    routing::{MethodRouter, any, get, post},
};
use tongzhou::{fault, value::Uuid7};
use tongzhou_exchange::{
    message::{Operation, Role},
    problem::{Problem, ProblemKind},
    signature::ContentDigest,
};

use super::{
    Service, outer, public,
    reply::{Asked, Asker, JSON, Reply, file},
    upload,
};

/// All addresses of a node.
pub(crate) fn router(service: Arc<Service>) -> Router {
    let mut router = public::router();
    for operation in
        Operation::ALL.iter().copied().filter(|operation| service.answers.plays(operation.role()))
    {
        if fault::is("reversal-forgotten") && operation == Operation::Reverse {
            continue;
        }
        let route = if fault::is("method-unchecked") { any(ask) } else { post(ask) };
        let route = route.layer(Extension(operation));
        router = router.route(&format!("/v1/{}", operation.name()), route);
    }
    if service.answers.plays(Role::Member) {
        router = router
            .route("/v1/packages/submit", either(post(upload::submit), any(upload::submit)))
            .route("/v1/parcels/fetch/{id}", either(get(fetch), any(fetch)));
    }
    router
        .fallback(nothing)
        .method_not_allowed_fallback(async || problem("other", ProblemKind::Method))
        .layer(middleware::from_fn_with_state(Arc::clone(&service), outer::attend))
        .with_state(service)
}

/// An operation with a message.
/// What belongs to no address.
async fn nothing(request: Request) -> Response {
    let kind = if fault::is("no-operation-is-unknown") {
        ProblemKind::Unknown
    } else {
        ProblemKind::NoSuchOperation
    };
    let mut told = Problem::new(kind);
    if fault::is("problem-quotes-the-address") {
        told.detail.push_str(request.uri().path());
    }
    let mut response = Reply::from(told).into_response();
    response.extensions_mut().insert(Asked("other"));
    response
}

/// The one method, or with a fault every one.
fn either<S>(right: MethodRouter<S>, every: MethodRouter<S>) -> MethodRouter<S> {
    if fault::is("package-by-any-method") { every } else { right }
}

async fn ask(
    State(service): State<Arc<Service>>,
    Extension(operation): Extension<Operation>,
    request: Request,
) -> Response {
    let mut asker = None;
    let answered = answer(&service, operation, request, &mut asker).await;
    let mut response = match answered {
        Ok(body) if fault::is("answer-of-type-text") => Reply::of("text/plain", body).into_response(),
        Ok(body) => Reply::of(JSON, body).into_response(),
        Err(problem) => Reply::from(problem).into_response(),
    };
    response.extensions_mut().insert(Asked(operation.name()));
    response.extensions_mut().extend(asker_of(asker));
    response
}

async fn answer(
    service: &Service,
    operation: Operation,
    request: Request,
    asker: &mut Option<Asker>,
) -> Result<Vec<u8>, Problem> {
    let (parts, body) = request.into_parts();
    if !has_type(&parts.headers, JSON) && !fault::is("message-type-unchecked") {
        return Err(ProblemKind::MediaType.into());
    }
    let admitted = service.admit(&parts)?;
    *asker = Some(Asker(admitted.caller.clone()));
    let limit = service.limits.message_bytes + usize::from(fault::is("message-a-byte-too-long"));
    let reading = read(&parts.headers, body, limit);
    let body = match tokio::time::timeout(service.limits.body_time, reading).await {
        Ok(body) => body?,
        Err(_) => return Err(ProblemKind::Timeout.into()),
    };
    if fault::is("body-read-before-its-digest")
        && tongzhou::json::from_slice::<serde_json::Value>(&body).is_err()
    {
        return Err(ProblemKind::Malformed.into());
    }
    let caller = service.take(admitted, ContentDigest::of(&body)).await?;
    service.answers.answer(&caller, operation, &body).await
}

/// `GET /v1/parcels/fetch/{id}`.
async fn fetch(State(service): State<Arc<Service>>, Path(id): Path<String>, request: Request) -> Response {
    let mut asker = None;
    let fetched = parcel(&service, &id, request, &mut asker).await;
    let mut response = fetched.unwrap_or_else(Reply::from).into_response();
    response.extensions_mut().insert(Asked("parcels/fetch"));
    response.extensions_mut().extend(asker_of(asker));
    response
}

async fn parcel(
    service: &Service,
    id: &str,
    request: Request,
    asker: &mut Option<Asker>,
) -> Result<Reply, Problem> {
    let (parts, body) = request.into_parts();
    let admitted = service.admit(&parts)?;
    *asker = Some(Asker(admitted.caller.clone()));
    let body = read(&parts.headers, body, 0).await?;
    let caller = service.take(admitted, ContentDigest::of(&body)).await?;
    let member = service.member.as_ref().ok_or(ProblemKind::NoSuchOperation)?;
    let id: Uuid7 = id.parse().map_err(|_| ProblemKind::Unknown)?;
    let parcel = member.parcel(&caller, id).await?;
    Ok(file(parcel.path, ContentDigest::from(parcel.digest), parcel.size).await?)
}

/// A body of at most so many bytes. What is announced as larger is refused at once.
pub(super) async fn read(headers: &HeaderMap, body: Body, limit: usize) -> Result<Bytes, Problem> {
    if announced(headers).is_some_and(|length| length > limit as u64) {
        return Err(ProblemKind::TooLarge.into());
    }
    let mut body = std::pin::pin!(body);
    let mut bytes = Vec::new();
    while let Some(frame) =
        std::future::poll_fn(|context| hyper::body::Body::poll_frame(body.as_mut(), context)).await
    {
        let frame = frame.map_err(|_| Problem::new(ProblemKind::Malformed))?;
        if let Ok(piece) = frame.into_data() {
            if bytes.len() + piece.len() > limit {
                return Err(ProblemKind::TooLarge.into());
            }
            bytes.extend_from_slice(&piece);
        }
    }
    Ok(bytes.into())
}

/// How long a body is said to be.
pub(super) fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Whether the content is of a type, by its name alone.
pub(super) fn has_type(headers: &HeaderMap, media_type: &str) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(media_type.as_bytes()))
}

pub(super) fn asker_of(asker: Option<Asker>) -> axum::http::Extensions {
    let mut extensions = axum::http::Extensions::new();
    if let Some(asker) = asker {
        extensions.insert(asker);
    }
    extensions
}

fn problem(asked: &'static str, kind: ProblemKind) -> Response {
    let mut response = Reply::from(kind).into_response();
    response.extensions_mut().insert(Asked(asked));
    response
}
