//! A registry and evaluators that do as a test tells them, on a port of this machine.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use tongzhou::signing::SigningKey;
use tongzhou_exchange::{
    problem::{Problem, ProblemKind},
    signature::{AnswerParts, Content, ContentDigest, RequestSignature, SignedFields, sign_answer},
};

/// What to do with one request.
pub(crate) enum Reply {
    /// A signed answer.
    Answer(Vec<u8>),
    /// A signed problem.
    Problem(ProblemKind),
    /// A signed problem that asks to wait so many seconds.
    Later(ProblemKind, u32),
    /// The status of a proxy that signs nothing.
    Unsigned(u16),
    /// An answer that somebody else signed.
    Forged(Vec<u8>),
    /// The answer is lost: the connection ends.
    Lost,
    /// Nothing comes.
    Silence,
}

/// What a request was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) path: String,
    pub(crate) body: Vec<u8>,
    pub(crate) nonce: String,
}

pub(crate) struct Fake {
    pub(crate) url: String,
    pub(crate) seen: Arc<Mutex<Vec<Seen>>>,
}

impl Fake {
    /// Begins to answer; `reply` is told the number of the request, from 0, and what it is.
    pub(crate) async fn start(
        key: SigningKey,
        reply: impl Fn(usize, &Seen) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (requests, number) = (Arc::clone(&seen), Arc::new(AtomicUsize::new(0)));
        let shared = Arc::new((key, reply));
        tokio::spawn(async move {
            loop {
                let Ok((stream, _)) = listener.accept().await else { break };
                let (shared, requests, number) =
                    (Arc::clone(&shared), Arc::clone(&requests), Arc::clone(&number));
                tokio::spawn(async move {
                    let next = |seen: &Seen| {
                        requests.lock().unwrap().push(seen.clone());
                        (shared.1)(number.fetch_add(1, Ordering::SeqCst), seen)
                    };
                    let _ = serve(stream, &shared.0, next).await;
                });
            }
        });
        Self { url, seen }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }
}

/// An address at which nobody answers.
pub(crate) async fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}/", listener.local_addr().unwrap())
}

async fn serve(
    mut stream: TcpStream,
    key: &SigningKey,
    next: impl Fn(&Seen) -> Reply,
) -> std::io::Result<()> {
    let mut read = Vec::new();
    let (head, mut body) = loop {
        let mut buffer = [0; 4096];
        let count = stream.read(&mut buffer).await?;
        if count == 0 {
            return Ok(());
        }
        read.extend_from_slice(&buffer[..count]);
        if let Some(at) = read.windows(4).position(|four| four == b"\r\n\r\n") {
            break (String::from_utf8(read[..at].to_vec()).unwrap(), read[at + 4..].to_vec());
        }
    };
    let mut lines = head.lines();
    let path = lines.next().unwrap().split(' ').nth(1).unwrap().to_owned();
    let headers: Vec<(String, String)> = lines
        .map(|line| line.split_once(':').unwrap())
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers
        .iter()
        .find(|(name, _)| name == "content-length")
        .map_or(0, |(_, value)| value.parse().unwrap());
    while body.len() < length {
        let mut buffer = [0; 4096];
        let count = stream.read(&mut buffer).await?;
        body.extend_from_slice(&buffer[..count]);
    }
    let fields =
        SignedFields::of(headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()))).unwrap();
    let to = fields.request_signature().unwrap();
    let input = fields.signature_input.unwrap();
    let nonce = input.split("nonce=").nth(1).unwrap().split(';').next().unwrap().to_owned();
    let problem = |problem: Problem| {
        let status = u16::try_from(problem.status.get()).unwrap();
        (status, "application/problem+json", serde_json::to_vec(&problem).unwrap())
    };
    let forger = SigningKey::from_seed(&[99; 32]);
    let (signer, (status, media_type, content)) = match next(&Seen { path, body, nonce }) {
        Reply::Answer(answer) => (Some(key), (200, "application/json", answer)),
        Reply::Forged(answer) => (Some(&forger), (200, "application/json", answer)),
        Reply::Problem(kind) => (Some(key), problem(kind.into())),
        Reply::Later(kind, seconds) => {
            let retry_after = Some(tongzhou::model::primitive::Count::saturating(seconds));
            (Some(key), problem(Problem { retry_after, ..kind.into() }))
        }
        Reply::Unsigned(status) => (None, (status, "text/html", b"<html>".to_vec())),
        Reply::Lost => return Ok(()),
        Reply::Silence => {
            tokio::time::sleep(Duration::from_secs(600)).await;
            return Ok(());
        }
    };
    let mut answer = format!(
        "HTTP/1.1 {status} Status\r\ncontent-type: {media_type}\r\ncontent-length: {}\r\nconnection: close\r\n",
        content.len()
    );
    for (name, value) in signer.into_iter().flat_map(|key| signed(status, media_type, &content, &to, key)) {
        answer.push_str(&format!("{name}: {value}\r\n"));
    }
    answer.push_str("\r\n");
    stream.write_all(answer.as_bytes()).await?;
    stream.write_all(&content).await?;
    stream.shutdown().await
}

fn signed(
    status: u16,
    media_type: &str,
    content: &[u8],
    to: &RequestSignature,
    key: &SigningKey,
) -> Vec<(&'static str, String)> {
    let content = Content { media_type, digest: ContentDigest::of(content) };
    let now = tongzhou::clock::instant(std::time::SystemTime::now()).unwrap();
    sign_answer(&AnswerParts { status, content, to }, key, now).unwrap()
}
