//! A request handed on to the node that it is for, and what the node answers.

use std::net::SocketAddr;

use reqwest::{Client, Method};

use super::alliance::Peer;

/// A request as it came, its path from `/v1/` on.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) headers: Vec<(String, Vec<u8>)>,
    pub(super) body: Vec<u8>,
}

/// An answer as it goes back.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, Vec<u8>)>,
    pub(super) body: Vec<u8>,
}

/// Hands requests on.
#[derive(Clone, Debug)]
pub(super) struct Forward {
    pub(super) http: Client,
    pub(super) nodes: Vec<(Peer, SocketAddr)>,
}

impl Forward {
    /// The answer of the node; none where it gives none.
    pub(super) async fn send(&self, peer: Peer, request: &Request) -> Option<Answer> {
        let (_, address) = self.nodes.iter().find(|(own, _)| *own == peer)?;
        let method = Method::from_bytes(request.method.as_bytes()).ok()?;
        let mut sent = self.http.request(method, format!("http://{address}{}", request.path));
        for (name, value) in request.headers.iter().filter(|(name, _)| !HOP.contains(&name.as_str())) {
            sent = sent.header(name, value.as_slice());
        }
        if !request.body.is_empty() || request.method == "POST" {
            sent = sent.body(request.body.clone());
        }
        let mut response = sent.send().await.ok()?;
        let status = response.status().as_u16();
        let headers = response.headers().iter();
        let headers = headers
            .map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec()))
            .filter(|(name, _)| !HOP.contains(&name.as_str()))
            .collect();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.ok()? {
            if body.len().saturating_add(chunk.len()) > MOST_BYTES {
                return None;
            }
            body.extend_from_slice(&chunk);
        }
        Some(Answer { status, headers, body })
    }
}

/// What belongs to one connection and not to the message.
const HOP: [&str; 7] =
    ["host", "connection", "content-length", "transfer-encoding", "keep-alive", "expect", "upgrade"];
/// The most bytes of an answer.
const MOST_BYTES: usize = 16 << 20;

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::{io::AsyncWriteExt, net::TcpListener, time::timeout};

    use super::*;
    use crate::mock::inside;

    #[tokio::test]
    async fn a_node_that_does_not_come_to_the_end_of_its_answer_gives_none() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{").await.unwrap();
            std::future::pending::<()>().await;
        });
        let http = inside::http(Duration::from_millis(200)).unwrap();
        let forward = Forward { http, nodes: vec![(Peer::Registry, address)] };
        let request = Request {
            method: "GET".to_owned(),
            path: "/v1/directory".to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        };
        let answer = timeout(Duration::from_secs(5), forward.send(Peer::Registry, &request)).await;
        assert!(answer.unwrap().is_none());
    }
}
