//! What holds for every answer, whatever was asked: each is a check of its own, shown by all messages of a run together.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tongzhou::{code::Code, json, signing::KeyId};
use tongzhou_exchange::{
    problem::{self, ProblemKind},
    signature::{ContentDigest, SignedFields, verify_answer},
};

use super::{
    schemas::{Message, Schemas},
    target::Target,
    wire::{Got, Sent},
};
use crate::report::{Check, Reason, Verdict};

/// A check of all messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Watched {
    Signed,
    Json,
    Described,
    Problem,
    Silent,
}

/// What was seen of the messages of a case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Seen {
    /// Which checks there was a message for.
    pub(super) looked_at: BTreeSet<Watched>,
    /// What was wrong first, of each.
    pub(super) wrong: Vec<(Watched, Reason)>,
}

impl Watched {
    const ALL: [Self; 5] = [Self::Signed, Self::Json, Self::Described, Self::Problem, Self::Silent];

    const fn row(self) -> (&'static str, &'static [&'static str], &'static str, &'static str) {
        match self {
            Self::Signed => (
                "wire-signed",
                &["REQ-EXC-016"],
                "Every answer to a signed request is signed by the target, and bound to that request",
                "对已签名请求的每个应答都由被测方签名，并与该请求绑定",
            ),
            Self::Json => (
                "wire-json",
                &["REQ-EXC-002"],
                "Every answer is JSON as the standard reads it, of the right type",
                "每个应答都是标准所读的 JSON，类型正确",
            ),
            Self::Described => (
                "wire-described",
                &["REQ-EXC-003"],
                "Every answer has the form that the description of the interface gives it",
                "每个应答都符合接口说明",
            ),
            Self::Problem => (
                "wire-problem",
                &["REQ-EXC-018"],
                "Whatever is not done is answered with a problem: its code, its status, words in both languages",
                "凡未办理的，都以错误说明应答，写明代码、状态码和两种语言的说明",
            ),
            Self::Silent => (
                "wire-silent",
                &["REQ-EXC-019"],
                "No problem holds a word of the request",
                "错误说明不含请求中的任何内容",
            ),
        }
    }
}

impl Seen {
    /// Looks at one answer.
    pub(super) fn look(&mut self, sent: &Sent, got: &Got, target: &Target, schemas: &mut Schemas) {
        let path = sent.url.path();
        let refused = got.status >= 400;
        if let Some(signature) = sent.signature {
            let fault = signature_fault(got, signature, target);
            self.note(Watched::Signed, path, fault.is_none());
            if let (Some(fault), Some((Watched::Signed, reason))) = (fault, self.wrong.last_mut())
                && reason.found.is_none()
            {
                reason.found = Some(Value::String(fault));
            }
        }
        let wanted = if refused { problem::MEDIA_TYPE } else { media_type(path) };
        let right = got.header("content-type") == Some(wanted);
        let body: Option<Value> = if wanted == SEALED { None } else { json::from_slice(&got.body).ok() };
        self.note(Watched::Json, path, right && (wanted == SEALED || body.is_some()));
        let Some(body) = body else { return };
        if refused {
            let described = schemas.departs(path, Message::Problem, &body) == Ok(None);
            self.note(Watched::Problem, path, right && described && is_right(&body, got));
            self.note(Watched::Silent, path, !quotes(&body, sent));
        } else if let Ok(departs) = schemas.departs(&operation(path), Message::Answer, &body) {
            self.note(Watched::Described, path, departs.is_none());
        }
    }

    fn note(&mut self, what: Watched, path: &str, holds: bool) {
        self.looked_at.insert(what);
        if !holds && self.wrong.iter().all(|(known, _)| *known != what) {
            let (_, _, en, zh) = what.row();
            let reason = Reason::words(
                format!("not so in an answer at {path}. Wanted: {en}"),
                format!("{path} 的一个应答不符合：{zh}"),
            );
            self.wrong.push((what, reason));
        }
    }

    /// All that was seen of both.
    pub(super) fn join(&mut self, other: Self) {
        self.looked_at.extend(other.looked_at);
        for (what, reason) in other.wrong {
            if self.wrong.iter().all(|(known, _)| *known != what) {
                self.wrong.push((what, reason));
            }
        }
    }

    /// The checks.
    pub(super) fn checks(&self) -> Vec<Check> {
        let check = |what: Watched| {
            let (id, requirements, en, zh) = what.row();
            let wrong = self.wrong.iter().find(|(known, _)| *known == what).map(|(_, reason)| reason.clone());
            let verdict = match &wrong {
                Some(_) => Verdict::Fail,
                None if self.looked_at.contains(&what) => Verdict::Pass,
                None => Verdict::CouldNotCheck,
            };
            let reason = match verdict {
                Verdict::CouldNotCheck => {
                    Some(Reason::words("there was no such answer to look at", "没有可核对的应答"))
                }
                _ => wrong,
            };
            Check {
                id: id.to_owned(),
                requirements: requirements.iter().map(|id| (*id).to_owned()).collect(),
                cause: en.to_owned(),
                cause_zh: zh.to_owned(),
                verdict,
                scored: true,
                reason,
                excuse: None,
            }
        };
        Self::all().map(check).collect()
    }

    fn all() -> impl Iterator<Item = Watched> {
        Watched::ALL.into_iter()
    }
}

/// The checks of all messages, with the requirements that they show.
pub(crate) fn watched() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    Watched::ALL.into_iter().map(|what| (what.row().0, what.row().1))
}

/// What is wrong with the signature of an answer.
fn signature_fault(got: &Got, signature: [u8; 64], target: &Target) -> Option<String> {
    let headers = got.headers.iter().map(|(name, value)| (name.as_str(), value.as_slice()));
    let key_of = |id: &KeyId| target.keys.get(id).copied();
    let verified = SignedFields::of(headers).and_then(|fields| {
        verify_answer(got.status, &fields, ContentDigest::of(&got.body), &signature.into(), key_of)
    });
    verified.err().map(|fault| fault.to_string())
}

/// Whether the code is of the codelist, the status the one that it has there and that of the answer, and the words are
/// there.
fn is_right(body: &Value, got: &Got) -> bool {
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    let code = text("code");
    let status = STATUSES.lines().skip(1).find_map(|line| {
        let (own, rest) = line.split_once(',')?;
        (own == code).then(|| rest.rsplit_once(',').map(|(_, status)| status.trim().to_owned()))?
    });
    let retry = body.get("retryAfter").map(|seconds| seconds.to_string());
    status == Some(got.status.to_string())
        && body.get("status").and_then(Value::as_u64) == Some(got.status.into())
        && text("type") == format!("urn:tongzhou:problem:{code}")
        && ProblemKind::from_code(code).is_some()
        && ["title", "detail", "titleZh", "detailZh"].iter().all(|name| !text(name).trim().is_empty())
        && (retry.is_none() || retry.as_deref() == got.header("retry-after"))
}

/// Whether a text of the request that could stand for somebody stands in the problem.
fn quotes(problem: &Value, sent: &Sent) -> bool {
    let Some(request) = sent.body.as_deref().and_then(|body| serde_json::from_slice::<Value>(body).ok())
    else {
        return false;
    };
    let mut texts = Vec::new();
    strings(&request, &mut texts);
    let told = problem.to_string();
    texts.iter().any(|text| text.len() >= TELLING && told.contains(text.as_str()))
}

fn strings(value: &Value, into: &mut Vec<String>) {
    match value {
        // A name of the standard, such as a code, is nobody's word.
        Value::String(text) if text.chars().any(|letter| letter.is_ascii_digit()) => into.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, into)),
        Value::Object(members) => members.values().for_each(|member| strings(member, into)),
        _ => {}
    }
}

fn media_type(path: &str) -> &'static str {
    if path.contains("/v1/parcels/fetch/") { SEALED } else { JSON }
}

/// The path by which the description knows an operation, whatever stands before it.
fn operation(path: &str) -> String {
    path.find("/v1/").and_then(|place| path.get(place..)).unwrap_or(path).to_owned()
}

pub(super) const JSON: &str = "application/json";
pub(super) const SEALED: &str = "application/vnd.age";
/// A text of fewer bytes tells nobody anything, and stands in other texts by chance.
const TELLING: usize = 8;
const STATUSES: &str = include_str!("../../../schema/codelists/problem.csv");
