//! `packages/submit`: a sealed package, written to disk as it comes.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use tongzhou::fault;
use tongzhou_exchange::{
    message::{parcel::Package, wire::Organisation},
    problem::{Problem, ProblemKind},
    signature::Digester,
};

use super::{
    Service,
    reply::{Asked, Asker, JSON, Reply, SEALED},
    routes::{announced, asker_of, has_type},
};
use crate::member::Arriving;

/// `POST /v1/packages/submit`.
pub(super) async fn submit(State(service): State<Arc<Service>>, request: Request) -> Response {
    let mut asker = None;
    let package = take(&service, request, &mut asker).await;
    let written =
        package.and_then(|package| serde_json::to_vec(&package).map_err(|_| ProblemKind::Internal.into()));
    let mut response = match written {
        Ok(body) => Reply::of(JSON, body).into_response(),
        Err(problem) => Reply::from(problem).into_response(),
    };
    response.extensions_mut().insert(Asked("packages/submit"));
    response.extensions_mut().extend(asker_of(asker));
    response
}

async fn take(service: &Service, request: Request, asker: &mut Option<Asker>) -> Result<Package, Problem> {
    let (parts, body) = request.into_parts();
    if !has_type(&parts.headers, SEALED) && !fault::is("package-type-unchecked") {
        return Err(ProblemKind::MediaType.into());
    }
    let limit = service.limits.package_bytes;
    if announced(&parts.headers).is_some_and(|length| length > limit) {
        return Err(ProblemKind::TooLarge.into());
    }
    let admitted = service.admit(&parts)?;
    *asker = Some(Asker(admitted.caller.clone()));
    let member = service.member.as_ref().ok_or(ProblemKind::NoSuchOperation)?;
    member.has_room(&admitted.caller, announced(&parts.headers).unwrap_or(0)).await?;
    let mut arriving = member.begin().await?;
    let mut digester = Digester::default();
    let length = receive(body, &mut arriving, &mut digester, limit, service).await?;
    let digest = digester.finish();
    let caller: Organisation = service.take(admitted, digest).await?;
    let now = Service::now().ok_or(ProblemKind::Unavailable)?;
    let directory = service.directories.at(now).ok_or(ProblemKind::Unavailable)?;
    member.receive(&caller, arriving, *digest.as_bytes(), length, directory, now).await
}

/// Writes a body down, however long it takes as a whole, so long as something comes.
async fn receive(
    body: Body,
    arriving: &mut Arriving,
    digester: &mut Digester,
    limit: u64,
    service: &Service,
) -> Result<u64, Problem> {
    let mut body = std::pin::pin!(body);
    let mut length = 0_u64;
    loop {
        let next = std::future::poll_fn(|context| hyper::body::Body::poll_frame(body.as_mut(), context));
        let frame = match tokio::time::timeout(service.limits.body_time, next).await {
            Ok(Some(frame)) => frame.map_err(|_| Problem::new(ProblemKind::Malformed))?,
            Ok(None) => return Ok(length),
            Err(_) => return Err(ProblemKind::Timeout.into()),
        };
        if let Ok(piece) = frame.into_data() {
            length = length.saturating_add(piece.len() as u64);
            if length > limit {
                return Err(ProblemKind::TooLarge.into());
            }
            digester.update(&piece);
            arriving.write(&piece).await?;
        }
    }
}
