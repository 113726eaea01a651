//! What everybody may read: the directory, the catalogue, the description of the interface, health and counts.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    response::{IntoResponse, Response},
    routing::{any, get},
};
use tongzhou::fault;
use tongzhou_exchange::problem::ProblemKind;

use super::{
    Service,
    reply::{Asked, JSON, Reply},
};

pub(super) fn router() -> Router<Arc<Service>> {
    Router::new()
        .route(
            "/v1/directory",
            if fault::is("directory-can-be-posted") { any(directory) } else { get(directory) },
        )
        .route("/v1/directory.jws", get(signatures))
        .route("/v1/catalogue", get(catalogue))
        .route("/v1/test-tenant", get(test_tenant))
        .route("/openapi.json", get(openapi))
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
        .route("/metrics", get(metrics))
}

fn told(asked: &'static str, reply: impl IntoResponse) -> Response {
    let mut response = reply.into_response();
    response.extensions_mut().insert(Asked(asked));
    response
}

async fn directory(State(service): State<Arc<Service>>) -> Response {
    told("directory", Reply::of(JSON, service.directories.files().0))
}

async fn signatures(State(service): State<Arc<Service>>) -> Response {
    let signatures =
        if fault::is("directory-without-signatures") { "{}".into() } else { service.directories.files().1 };
    told("directory.jws", Reply::of(JSON, signatures))
}

/// Only a system that holds nothing but made-up data says that it is one.
async fn test_tenant(State(service): State<Arc<Service>>) -> Response {
    match &service.test_tenant {
        Some(said) => told("test-tenant", Reply::of(JSON, said.clone())),
        None => told("other", Reply::from(ProblemKind::NoSuchOperation)),
    }
}

async fn catalogue() -> Response {
    told("catalogue", Reply::of(JSON, CATALOGUE.get_or_init(catalogue_text).clone()))
}

/// Every programme of the catalogue, `{"programmes": […]}`.
fn catalogue_text() -> String {
    let programmes: Vec<&str> = tongzhou_schema::PROGRAMMES.iter().map(|(_, text)| text.trim()).collect();
    format!("{{\"programmes\":[{}]}}", programmes.join(","))
}

static CATALOGUE: std::sync::OnceLock<String> = std::sync::OnceLock::new();

async fn openapi(State(service): State<Arc<Service>>) -> Response {
    if fault::is("description-for-nobody") {
        return told("other", Reply::from(ProblemKind::NoSuchOperation));
    }
    told("openapi", Reply::of(JSON, service.openapi.clone()))
}

async fn live() -> Response {
    if fault::is("health-not-told") {
        return told("other", Reply::from(ProblemKind::NoSuchOperation));
    }
    told("health/live", Reply::of(JSON, "{\"live\":true}"))
}

/// Whether requests can be answered: the database answers, and the directory has not expired. The node's keys were
/// loaded before it began to listen.
async fn ready(State(service): State<Arc<Service>>) -> Response {
    let directory = Service::now().is_some_and(|now| service.directories.at(now).is_some());
    let ready = directory && service.store.ping().await.is_ok();
    let reply =
        if ready { Reply::of(JSON, "{\"ready\":true}") } else { Reply::from(ProblemKind::Unavailable) };
    told("health/ready", reply)
}

async fn metrics(State(service): State<Arc<Service>>) -> Response {
    told("metrics", Reply::of("text/plain; version=0.0.4; charset=utf-8", service.metrics.text()))
}
