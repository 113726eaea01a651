//! A node of a made-up alliance, with a proxy before it that signs as a member whatever passes with `Signature: sign`.
//!
//! So a tool that knows OpenAPI but not RFC 9421 can try every operation. Every answer to a signed request must be
//! signed for it, or the proxy answers 502 instead, which no check of such a tool lets pass.
//!
//! ```text
//! cargo run -p tongzhou-node --example signing_proxy -- 8600
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "../tests/it/alliance.rs"]
#[allow(dead_code, unreachable_pub)]
mod alliance;

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use tongzhou::signing::SigningKey;
use tongzhou_exchange::signature::{
    Content, ContentDigest, Nonce, RequestParts, RequestSignature, SignedFields, sign_request, verify_answer,
};
use tongzhou_node::node::until_told;

use alliance::{Alliance, Folder, now};

/// To where it passes what.
struct Proxy {
    node: String,
    member: SigningKey,
    registry: tongzhou::signing::VerifyingKey,
    http: reqwest::Client,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(8600), |text| text.parse())?;
    let (alliance, folder) = (Alliance::new(), Folder::new());
    alliance.set_up(&folder.0);
    let limits = "[limits]\nrequests-per-minute = 100000000\nrequests-per-minute-of-address = 100000000\n";
    let running = alliance.start(&folder.0, limits).await;
    let proxy = Proxy {
        node: running.url().to_owned(),
        member: SigningKey::from_seed(alliance.charity.signing().seed().as_bytes()),
        registry: alliance.registry.signing().verifying_key(),
        http: reqwest::Client::new(),
    };
    let router = Router::new().fallback(pass).with_state(Arc::new(proxy));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    println!("http://{}/openapi.json", listener.local_addr()?);
    tokio::select! {
        served = serve(listener, router) => served?,
        () = until_told() => {}
    }
    running.stop().await;
    Ok(())
}

async fn serve(listener: tokio::net::TcpListener, router: Router) -> std::io::Result<()> {
    use hyper_util::{
        rt::{TokioExecutor, TokioIo},
        server::conn::auto::Builder,
        service::TowerToHyperService,
    };
    loop {
        let (stream, _) = listener.accept().await?;
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let _ = Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn pass(State(proxy): State<Arc<Proxy>>, request: Request) -> Response {
    match passed(&proxy, request).await {
        Ok(response) => response,
        Err(why) => {
            eprintln!("{why}");
            let mut response = Response::new(Body::from(why));
            *response.status_mut() = StatusCode::BAD_GATEWAY;
            response
        }
    }
}

async fn passed(proxy: &Proxy, request: Request) -> Result<Response, String> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, 1 << 20).await.map_err(|error| error.to_string())?;
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let uri = format!("{}{target}", proxy.node);
    let mut headers = parts.headers.clone();
    for name in [header::HOST, header::CONTENT_LENGTH, header::TRANSFER_ENCODING, header::CONNECTION] {
        headers.remove(name);
    }
    let signature = if headers.get("signature").is_some_and(|value| value == "sign") {
        sign(proxy, parts.method.as_str(), &uri, &mut headers, &body)
    } else {
        None
    };
    let sent = proxy.http.request(parts.method, &uri).headers(headers).body(body.clone());
    let answer = sent.send().await.map_err(|error| format!("the node did not answer: {error:?}"))?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = answer.bytes().await.map_err(|error| format!("the answer was cut short: {error:?}"))?;
    if let Some(signature) = signature {
        let fields = SignedFields::of(headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())));
        let fields = fields.map_err(|fault| fault.to_string())?;
        let known = |id: &tongzhou::signing::KeyId| (*id == proxy.registry.id()).then_some(proxy.registry);
        verify_answer(status.as_u16(), &fields, ContentDigest::of(&body), &signature, known)
            .map_err(|fault| format!("the answer {status} is not signed for its request: {fault}"))?;
    }
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response.headers_mut().remove(header::TRANSFER_ENCODING);
    Ok(response)
}

fn sign(
    proxy: &Proxy,
    method: &str,
    uri: &str,
    headers: &mut axum::http::HeaderMap,
    body: &Bytes,
) -> Option<RequestSignature> {
    let media_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let content =
        media_type.as_deref().map(|media_type| Content { media_type, digest: ContentDigest::of(body) });
    let mut nonce = [0; 16];
    getrandom::fill(&mut nonce).ok()?;
    headers.remove("signature");
    let parts = RequestParts { method, target_uri: uri, content, idempotency_key: None };
    let signed = sign_request(&parts, &proxy.member, now(), Nonce::from(nonce)).ok()?;
    headers.remove("idempotency-key");
    for (name, value) in &signed.headers {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_str(value).ok()?);
    }
    Some(signed.signature)
}
