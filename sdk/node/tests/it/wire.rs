//! Requests as bytes on a connection, so that a test can send what no library would.

use std::{collections::BTreeMap, net::SocketAddr};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tongzhou::{signing::SigningKey, value::Instant};
use tongzhou_exchange::signature::{
    Content, ContentDigest, Nonce, RequestParts, RequestSignature, SignedFields, SignedRequest, sign_request,
    verify_answer,
};

use crate::alliance::now;

pub(crate) const JSON: &str = "application/json";

/// A request that a test changes before it is sent.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
    pub(crate) signature: Option<RequestSignature>,
}

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Sent {
    pub(crate) fn get(path: &str) -> Self {
        Self {
            method: "GET".into(),
            path: path.into(),
            headers: Vec::new(),
            body: Vec::new(),
            signature: None,
        }
    }

    /// A message, unsigned.
    pub(crate) fn post(path: &str, media_type: &str, body: &[u8]) -> Self {
        let headers = vec![("content-type".into(), media_type.into())];
        Self { method: "POST".into(), path: path.into(), headers, body: body.into(), signature: None }
    }

    pub(crate) fn signed(self, base: &str, key: &SigningKey) -> Self {
        let mut nonce = [0; 16];
        getrandom::fill(&mut nonce).unwrap();
        self.signed_at(base, key, now(), nonce)
    }

    pub(crate) fn signed_at(mut self, base: &str, key: &SigningKey, at: Instant, nonce: [u8; 16]) -> Self {
        let media_type =
            self.headers.iter().find(|(name, _)| name == "content-type").map(|(_, value)| value.clone());
        let digest = ContentDigest::of(&self.body);
        let content = media_type.as_deref().map(|media_type| Content { media_type, digest });
        let uri = format!("{base}{}", self.path);
        let parts = RequestParts { method: &self.method, target_uri: &uri, content, idempotency_key: None };
        let SignedRequest { headers, signature } = sign_request(&parts, key, at, Nonce::from(nonce)).unwrap();
        self.headers.extend(headers.into_iter().map(|(name, value)| (name.to_owned(), value)));
        self.signature = Some(signature);
        self
    }

    /// The head, with the length of the body unless a test says another.
    pub(crate) fn head(&self) -> String {
        let mut head =
            format!("{} {} HTTP/1.1\r\nhost: node\r\nconnection: close\r\n", self.method, self.path);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let has_length =
            self.headers.iter().any(|(name, _)| name == "content-length" || name == "transfer-encoding");
        if !has_length && (self.method == "POST" || !self.body.is_empty()) {
            head.push_str(&format!("content-length: {}\r\n", self.body.len()));
        }
        head.push_str("\r\n");
        head
    }

    pub(crate) async fn to(&self, address: SocketAddr) -> Got {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(self.head().as_bytes()).await.unwrap();
        // A node that refuses a request may close before it has read all of it.
        let _ = stream.write_all(&self.body).await;
        Got::read(&mut stream).await
    }
}

impl Got {
    pub(crate) async fn read(stream: &mut TcpStream) -> Self {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes).await;
        let end =
            bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or_else(|| panic!("no answer"));
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self { status, headers, body: bytes[end + 4..].to_vec() }
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The code of the problem that is told, after a look at its form.
    pub(crate) fn problem(&self) -> String {
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!(self.headers["content-language"], "en, zh-CN");
        let problem: tongzhou_exchange::problem::Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem.status.get(), u32::from(self.status));
        assert_eq!(
            problem.retry_after.map(|seconds| seconds.get().to_string()),
            self.headers.get("retry-after").cloned()
        );
        self.json()["code"].as_str().unwrap().to_owned()
    }

    /// Whether the answer is signed by a key, for a request.
    pub(crate) fn is_by(&self, key: &SigningKey, to: &RequestSignature) -> bool {
        let headers = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
        let fields = SignedFields::of(headers).unwrap();
        let known = key.verifying_key();
        let known = |id: &tongzhou::signing::KeyId| (*id == known.id()).then_some(known);
        verify_answer(self.status, &fields, ContentDigest::of(&self.body), to, known).is_ok()
    }
}
