//! What is sent back: a status, a body and its digest, to be signed on the way out.

use std::path::PathBuf;

use axum::{
    body::{Body, Bytes},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use tongzhou::{code::Code, fault};
use tongzhou_exchange::{
    message::wire::Organisation,
    problem::{self, Problem, ProblemKind},
    signature::ContentDigest,
};

/// An answer that was not yet signed.
pub(super) struct Reply {
    status: u16,
    media_type: &'static str,
    body: Body,
    digest: ContentDigest,
    headers: Vec<(HeaderName, HeaderValue)>,
    problem: Option<ProblemKind>,
}

/// Which problem an answer tells, for the log and the metrics.
#[derive(Clone, Copy)]
pub(super) struct Told(pub(super) ProblemKind);

/// What was asked, for the log and the metrics: the name of an operation or of a public page.
#[derive(Clone, Copy)]
pub(super) struct Asked(pub(super) &'static str);

/// Who asked, for the log.
#[derive(Clone)]
pub(super) struct Asker(pub(super) Organisation);

impl Reply {
    /// A document.
    pub(super) fn of(media_type: &'static str, body: impl Into<Bytes>) -> Self {
        let body = body.into();
        let digest = ContentDigest::of(&body);
        Self { status: 200, media_type, body: body.into(), digest, headers: Vec::new(), problem: None }
    }

    /// A body that is read as it is sent.
    pub(super) fn streamed(media_type: &'static str, body: Body, digest: ContentDigest, length: u64) -> Self {
        let length = vec![(header::CONTENT_LENGTH, HeaderValue::from(length))];
        Self { status: 200, media_type, body, digest, headers: length, problem: None }
    }
}

impl From<Problem> for Reply {
    fn from(mut problem: Problem) -> Self {
        if problem.retry_after.is_none() && problem::is_worth_a_retry(problem.code) {
            problem.retry_after = Some(tongzhou::model::primitive::Count::saturating(SOON));
        }
        if fault::is("problem-without-chinese") {
            problem.title_zh.clear();
        }
        let body: Bytes = serde_json::to_vec(&problem).unwrap_or_default().into();
        let mut headers = vec![(header::CONTENT_LANGUAGE, HeaderValue::from_static("en, zh-CN"))];
        headers.extend(
            problem.retry_after.map(|seconds| (header::RETRY_AFTER, HeaderValue::from(seconds.get()))),
        );
        let code = if fault::is("every-problem-is-400") { ProblemKind::Malformed } else { problem.code };
        let (digest, status) = (ContentDigest::of(&body), problem::status(code));
        let problem_kind = Some(problem.code);
        Self {
            status,
            media_type: if fault::is("problem-as-plain-json") { JSON } else { problem::MEDIA_TYPE },
            body: body.into(),
            digest,
            headers,
            problem: problem_kind,
        }
    }
}

impl From<ProblemKind> for Reply {
    fn from(kind: ProblemKind) -> Self {
        Problem::new(kind).into()
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = Response::new(self.body);
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.extend(self.headers);
        response.extensions_mut().insert(self.digest);
        if let Some(kind) = self.problem {
            response.extensions_mut().insert(Told(kind));
        }
        response
    }
}

/// The code of a problem, as metrics name it.
pub(super) fn code(kind: ProblemKind) -> &'static str {
    kind.code()
}

/// After how many seconds to try again, where nothing better is known.
const SOON: u32 = 2;
pub(super) const JSON: &str = "application/json";
/// A sealed package: the format age, in the binary form.
pub(super) const SEALED: &str = "application/vnd.age";

/// A file that is sent.
pub(super) async fn file(path: PathBuf, digest: ContentDigest, length: u64) -> Result<Reply, ProblemKind> {
    let file = tokio::fs::File::open(path).await.map_err(|_| ProblemKind::Internal)?;
    let pieces = Pieces { file, left: length };
    Ok(Reply::streamed(SEALED, Body::new(pieces), digest, length))
}

/// The pieces of a file, read as they are asked for.
struct Pieces {
    file: tokio::fs::File,
    left: u64,
}

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Bytes>, std::io::Error>>> {
        use tokio::io::AsyncRead as _;
        if self.left == 0 {
            return std::task::Poll::Ready(None);
        }
        let mut room = vec![0; PIECE];
        let mut buffer = tokio::io::ReadBuf::new(&mut room);
        let polled = std::pin::Pin::new(&mut self.file).poll_read(context, &mut buffer);
        match polled {
            std::task::Poll::Pending => std::task::Poll::Pending,
            std::task::Poll::Ready(Err(error)) => std::task::Poll::Ready(Some(Err(error))),
            std::task::Poll::Ready(Ok(())) => {
                let read = buffer.filled().len();
                if read == 0 {
                    // Shorter than what was announced: the receiver must not take it for the whole.
                    return std::task::Poll::Ready(Some(Err(std::io::ErrorKind::UnexpectedEof.into())));
                }
                room.truncate(read);
                self.left = self.left.saturating_sub(read as u64);
                std::task::Poll::Ready(Some(Ok(hyper::body::Frame::data(room.into()))))
            }
        }
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        hyper::body::SizeHint::with_exact(self.left)
    }
}

const PIECE: usize = 64 << 10;
