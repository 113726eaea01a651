//! Which address is answered by what.

use std::sync::Arc;

use axum::{
    Extension, Router,
    body::{Body, Bytes},
    extract::{Path, Request, State},
    http::{HeaderMap, header},
    middleware,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use tongzhou::value::Uuid7;
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
        let route = post(ask).layer(Extension(operation));
        router = router.route(&format!("/v1/{}", operation.name()), route);
    }
    if service.answers.plays(Role::Member) {
        router = router
            .route("/v1/packages/submit", post(upload::submit))
            .route("/v1/parcels/fetch/{id}", get(fetch));
    }
    router
        .fallback(async || problem("other", ProblemKind::NoSuchOperation))
        .method_not_allowed_fallback(async || problem("other", ProblemKind::Method))
        .layer(middleware::from_fn_with_state(Arc::clone(&service), outer::attend))
        .with_state(service)
}

/// An operation with a message.
async fn ask(
    State(service): State<Arc<Service>>,
    Extension(operation): Extension<Operation>,
    request: Request,
) -> Response {
    let mut asker = None;
    let answered = answer(&service, operation, request, &mut asker).await;
    let mut response = match answered {
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
    if !has_type(&parts.headers, JSON) {
        return Err(ProblemKind::MediaType.into());
    }
    let admitted = service.admit(&parts)?;
    *asker = Some(Asker(admitted.caller.clone()));
    let reading = read(&parts.headers, body, service.limits.message_bytes);
    let body = match tokio::time::timeout(service.limits.body_time, reading).await {
        Ok(body) => body?,
        Err(_) => return Err(ProblemKind::Timeout.into()),
    };
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
