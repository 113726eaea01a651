//! What a peer makes of a request that it misbehaves at.

use std::time::Duration;

use getrandom::fill;
use tongzhou::{model::primitive::Count, signing::SigningKey, value::Instant};
use tongzhou_exchange::{
    message::{
        Request as _,
        evaluation::{Evaluate, Evaluation},
    },
    problem::{self, Problem, ProblemKind},
    signature::{AnswerParts, Content, ContentDigest, RequestSignature, SignedFields, sign_answer},
};

use super::{
    alliance::{Alliance, Peer},
    forward::{Answer, Forward, Request},
    scenario::Fault,
};

/// What the client gets.
pub(super) enum Given {
    /// An answer.
    Whole(Answer),
    /// Half of one.
    Half(Answer),
    /// Nothing: the connection ends.
    Nothing,
}

/// Who answers, and with what.
pub(super) struct Tamper<'t> {
    pub(super) alliance: &'t Alliance,
    pub(super) forward: &'t Forward,
    pub(super) now: Instant,
}

impl Tamper<'_> {
    /// What a request comes to at a peer.
    pub(super) async fn give(&self, peer: Peer, request: &Request, fault: Option<Fault>) -> Given {
        let given = match fault {
            None => self.forward.send(peer, request).await,
            Some(Fault::Late(milliseconds)) => {
                tokio::time::sleep(Duration::from_millis(milliseconds)).await;
                self.forward.send(peer, request).await
            }
            Some(Fault::DropRequest) => None,
            Some(Fault::DropAnswer) => {
                let _ = self.forward.send(peer, request).await;
                None
            }
            Some(Fault::CutShort) => {
                return self.forward.send(peer, request).await.map_or(Given::Nothing, Given::Half);
            }
            Some(Fault::Unsigned) => self.forward.send(peer, request).await.map(|mut answer| {
                answer.headers.retain(|(name, _)| !SIGNING.contains(&name.as_str()));
                answer
            }),
            Some(Fault::SignedByAnother) => {
                self.signed_anew(peer, request, &another(peer).signing(), None).await
            }
            Some(Fault::BoundToAnother) => {
                let other = RequestSignature::from([7; 64]);
                self.signed_anew(peer, request, &peer.signing(), Some(other)).await
            }
            Some(Fault::InternalAfterwards) => {
                let _ = self.forward.send(peer, request).await;
                self.problem(peer, request, ProblemKind::Internal, None)
            }
            Some(Fault::Unavailable) => self.problem(peer, request, ProblemKind::Unavailable, None),
            Some(Fault::TooMany(seconds)) => self.problem(peer, request, ProblemKind::TooMany, Some(seconds)),
            Some(Fault::UnavailableFor(seconds)) => {
                self.problem(peer, request, ProblemKind::Unavailable, Some(seconds))
            }
            Some(Fault::WrongElements | Fault::WrongProof | Fault::ShareOfAnother) => {
                fault.and_then(|fault| self.lie(peer, request, fault))
            }
        };
        given.map_or(Given::Nothing, Given::Whole)
    }

    /// What the node answers, under another signature.
    async fn signed_anew(
        &self,
        peer: Peer,
        request: &Request,
        key: &SigningKey,
        to: Option<RequestSignature>,
    ) -> Option<Answer> {
        let answer = self.forward.send(peer, request).await?;
        let media_type = answer.headers.iter().find(|(name, _)| name == "content-type")?;
        let media_type = String::from_utf8(media_type.1.clone()).ok()?;
        let to = to.or_else(|| signature(request))?;
        let mut anew = self.signed(answer.status, &media_type, answer.body, key, &to)?;
        let told = answer.headers.into_iter().filter(|(name, _)| name == "retry-after");
        anew.headers.extend(told);
        Some(anew)
    }

    fn problem(
        &self,
        peer: Peer,
        request: &Request,
        kind: ProblemKind,
        seconds: Option<u32>,
    ) -> Option<Answer> {
        let mut problem = Problem::new(kind);
        problem.retry_after = seconds.and_then(Count::new);
        let body = serde_json::to_vec(&problem).ok()?;
        let to = signature(request)?;
        let mut answer =
            self.signed(problem::status(kind), problem::MEDIA_TYPE, body, &peer.signing(), &to)?;
        let told = seconds.map(|seconds| ("retry-after".to_owned(), seconds.to_string().into_bytes()));
        answer.headers.extend(told);
        Some(answer)
    }

    /// An evaluation that is false, signed as a true one is.
    fn lie(&self, peer: Peer, request: &Request, fault: Fault) -> Option<Answer> {
        let asked = Evaluate::read(&request.body).ok()?;
        let of = |peer: Peer| -> Option<Evaluation> {
            let shares = self.alliance.shares(peer);
            let mut fitting = shares.filter(|it| (it.purpose(), it.epoch()) == (asked.purpose, asked.epoch));
            fitting.next()?.answer(&asked, fill).ok()
        };
        let (own, others) = (of(peer)?, of(another(peer))?);
        let told = match fault {
            Fault::WrongElements => Evaluation { elements: others.elements, ..own },
            Fault::WrongProof => Evaluation { proof: others.proof, ..own },
            // The first evaluator's answer, with its proof, from the mouth of another.
            _ => of(Peer::EvaluatorA)?,
        };
        let body = serde_json::to_vec(&told).ok()?;
        self.signed(200, JSON, body, &peer.signing(), &signature(request)?)
    }

    fn signed(
        &self,
        status: u16,
        media_type: &str,
        body: Vec<u8>,
        key: &SigningKey,
        to: &RequestSignature,
    ) -> Option<Answer> {
        let content = Content { media_type, digest: ContentDigest::of(&body) };
        let signed = sign_answer(&AnswerParts { status, content, to }, key, self.now).ok()?;
        let mut headers = vec![("content-type".to_owned(), media_type.as_bytes().to_vec())];
        headers.extend(signed.into_iter().map(|(name, value)| (name.to_owned(), value.into_bytes())));
        Some(Answer { status, headers, body })
    }
}

/// What an answer to this request has to be bound to.
fn signature(request: &Request) -> Option<RequestSignature> {
    let headers = request.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice()));
    SignedFields::of(headers).ok()?.request_signature().ok()
}

fn another(peer: Peer) -> Peer {
    match peer {
        Peer::EvaluatorA => Peer::EvaluatorB,
        Peer::EvaluatorB => Peer::EvaluatorC,
        Peer::Registry | Peer::EvaluatorC => Peer::EvaluatorA,
    }
}

const SIGNING: [&str; 3] = ["content-digest", "signature-input", "signature"];
const JSON: &str = "application/json";
