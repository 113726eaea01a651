//! What holds for every request of a client, whatever the scenario: each is a check of its own.

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use tongzhou::value::Uuid7;
use tongzhou_exchange::message::Operation;

use super::{
    Shared,
    alliance::Peer,
    record::{IDS, Record, Seen, TurnedAway, strings},
};
use crate::{
    http::schemas::{Message, Schemas},
    report::{Check, Reason, Verdict},
};

/// A check of all requests.
struct Watched {
    id: &'static str,
    requirements: &'static [&'static str],
    en: &'static str,
    zh: &'static str,
    look: fn(&Shared, &Record) -> Look,
}

/// What was looked at, and what was wrong first.
#[derive(Default)]
struct Look {
    looked_at: usize,
    /// Whether something came that could not be looked at.
    unread: bool,
    wrong: Option<Reason>,
}

/// The checks of all requests, with the requirements that they show.
pub fn watched() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    ALL.iter().map(|watched| (watched.id, watched.requirements))
}

pub(super) fn checks(shared: &Shared, record: &Record) -> Vec<Check> {
    let check = |watched: &Watched| {
        let look = (watched.look)(shared, record);
        let (verdict, reason) = match look {
            Look { wrong: Some(wrong), .. } => (Verdict::Fail, Some(wrong)),
            Look { unread: true, .. } => (
                Verdict::CouldNotCheck,
                Some(Reason::words(
                    "a request was too long or too slow to be looked at",
                    "有的请求过长或过慢，没有读完，无法核对",
                )),
            ),
            Look { looked_at: 0, .. } => (
                Verdict::CouldNotCheck,
                Some(Reason::words("there was no such request to look at", "没有可核对的请求")),
            ),
            Look { .. } => (Verdict::Pass, None),
        };
        Check {
            id: watched.id.to_owned(),
            requirements: watched.requirements.iter().map(|id| (*id).to_owned()).collect(),
            cause: watched.en.to_owned(),
            cause_zh: watched.zh.to_owned(),
            verdict,
            scored: true,
            excuse: None,
            reason,
        }
    };
    ALL.iter().map(check).collect()
}

const ALL: [Watched; 7] = [
    Watched {
        id: "client-signed",
        requirements: &["REQ-EXC-010"],
        en: "Every request has exactly one signature, of its form, by a key of the member",
        zh: "每个请求恰有一个签名，写法正确，由该成员的密钥签署",
        look: signed,
    },
    Watched {
        id: "client-signed-anew",
        requirements: &["REQ-EXC-009"],
        en: "Every try is signed anew, with a nonce that was never used before",
        zh: "每次发送都重新签名，随机数从未用过",
        look: signed_anew,
    },
    Watched {
        id: "client-ids",
        requirements: &["REQ-EXC-005"],
        en: "The id of a request is a UUID of version 7, and stands for one content alone",
        zh: "请求的标识号为 UUID 第 7 版，只代表一种内容",
        look: ids,
    },
    Watched {
        id: "client-described",
        requirements: &["REQ-SHR-001", "REQ-TOK-019", "REQ-TOK-029", "REQ-CLM-007"],
        en: "Every request has the form that the description of the interface gives it, with no room for more",
        zh: "每个请求都符合接口说明，没有其他内容的位置",
        look: described,
    },
    Watched {
        id: "client-blinded",
        requirements: &["REQ-TOK-011"],
        en: "No blinded element is sent in two requests, or twice in one",
        zh: "同一盲化元素不出现在两个请求中，也不在一个请求中出现两次",
        look: blinded,
    },
    Watched {
        id: "client-silent",
        requirements: &["REQ-SHR-001"],
        en: "No request holds a name, a number or another word of the papers",
        zh: "请求中没有材料里的姓名、号码或其他文字",
        look: silent,
    },
    Watched {
        id: "client-commitments",
        requirements: &["REQ-SHR-013", "REQ-TOK-029"],
        en: "Every consent is named by the commitment to its exact bytes, to its recipient and for its purpose",
        zh: "授权同意书一律以其确切字节的承诺值写明，接收方和用途相符",
        look: commitments,
    },
];

impl Look {
    fn hold(&mut self, holds: bool, why: impl FnOnce() -> Reason) {
        self.looked_at = self.looked_at.saturating_add(1);
        if !holds && self.wrong.is_none() {
            self.wrong = Some(why());
        }
    }
}

fn signed(_: &Shared, record: &Record) -> Look {
    let mut look = Look::default();
    for seen in record.requests.iter().filter(|seen| seen.turned_away.is_none()) {
        let fault = seen.signed.err().map(|fault| fault.to_string()).unwrap_or_default();
        look.hold(seen.signed.is_ok(), || at(seen, &fault, &fault));
    }
    look
}

fn signed_anew(_: &Shared, record: &Record) -> Look {
    let (mut look, mut nonces, mut signatures) = (Look::default(), HashSet::new(), HashSet::new());
    for seen in &record.requests {
        let Some(signature) = seen.signature else { continue };
        let fresh = seen.signed.as_ref().map_or(true, |nonce| nonces.insert(*nonce.as_bytes()));
        let anew = signatures.insert(signature) && fresh;
        look.hold(anew, || at(seen, "its nonce or its signature was used before", "随机数或签名已经用过"));
    }
    look
}

fn ids(_: &Shared, record: &Record) -> Look {
    let mut look = Look::default();
    let mut known: HashMap<(Option<Peer>, &str, &str), &Value> = HashMap::new();
    for seen in &record.requests {
        let Some(body) = &seen.body else { continue };
        let Some(id) = own_id(seen) else { continue };
        let version_7 = id.parse::<Uuid7>().is_ok();
        look.hold(version_7, || at(seen, "its id is no UUID of version 7", "标识号不是 UUID 第 7 版"));
        let first = *known.entry((seen.at, seen.operation.as_str(), id)).or_insert(body);
        let why = || at(seen, "its id was sent before with another content", "标识号已用于不同的内容");
        look.hold(first == body, why);
    }
    look
}

/// By what a request calls itself; one that speaks of another's id has none of its own.
fn own_id(seen: &Seen) -> Option<&str> {
    let name = match seen.operation.as_str() {
        "tokens/evaluate" => "requestId",
        "lookups/ask" => "lookupId",
        "intents/announce" => "intentId",
        "claims/reserve" => "claimId",
        "expenses/state" | "expenses/void" => "statementId",
        "aid-entries/append" => "entryId",
        _ => return None,
    };
    IDS.contains(&name).then(|| seen.text(name)).flatten()
}

fn described(_: &Shared, record: &Record) -> Look {
    let (mut look, mut schemas) = (Look::default(), Schemas::published());
    for seen in &record.requests {
        if OTHERS.iter().any(|other| seen.operation.starts_with(other)) {
            continue;
        }
        if let Some(why) = seen.turned_away {
            let (en, zh) = match why {
                TurnedAway::Nobody => ("nobody is at this address", "这个地址没有对方"),
                TurnedAway::TooLong => ("it is longer than any message", "正文超过任何消息的长度"),
                TurnedAway::TooSlow => ("it did not come to its end in time", "没有按时发完"),
            };
            look.hold(false, || at(seen, en, zh));
            continue;
        }
        let path = format!("/v1/{}", seen.operation);
        let body = seen.body.as_ref().unwrap_or(&Value::Null);
        match schemas.departs(&path, Message::Request, body) {
            Ok(departs) => {
                let place =
                    departs.clone().filter(|place| !place.is_empty()).unwrap_or_else(|| "/".to_owned());
                let en = format!("it departs from its form at {place}");
                look.hold(departs.is_none(), || at(seen, &en, &format!("在 {place} 处不符合说明")));
            }
            Err(_) => look.hold(false, || at(seen, "there is no such operation", "没有这个操作")),
        }
    }
    look
}

fn blinded(_: &Shared, record: &Record) -> Look {
    let mut look = Look::default();
    // The same request goes to every evaluator, and again where no answer came.
    let mut known: HashMap<&str, &str> = HashMap::new();
    for seen in record.requests.iter().filter(|seen| seen.operation == "tokens/evaluate") {
        let id = seen.text("requestId").unwrap_or_default();
        let elements = seen.body.as_ref().and_then(|body| body.get("elements")?.as_array());
        let mut within = HashSet::new();
        for element in elements.into_iter().flatten().filter_map(Value::as_str) {
            let fresh = within.insert(element) && *known.entry(element).or_insert(id) == id;
            look.hold(fresh, || at(seen, "an element was sent before", "有的元素已经发送过"));
        }
    }
    look
}

fn silent(shared: &Shared, record: &Record) -> Look {
    let mut look = Look::default();
    let mut secrets: Vec<&str> =
        shared.expected.iter().flat_map(|expected| &expected.secrets).map(String::as_str).collect();
    secrets.sort_unstable();
    secrets.dedup();
    for seen in &record.requests {
        let sealed = OTHERS.iter().any(|other| seen.operation.starts_with(other));
        look.unread |= !sealed && seen.turned_away.is_some_and(|why| why != TurnedAway::Nobody);
        let mut texts = vec![seen.operation.as_str()];
        match &seen.body {
            Some(body) => strings(body, &mut texts),
            None if seen.turned_away.is_some() => {}
            None => continue,
        }
        let told = texts.iter().any(|text| {
            let close = close(text);
            secrets.iter().any(|secret| text.contains(secret) || close.contains(secret))
        });
        look.hold(!told, || at(seen, "it holds a word of the papers", "含有材料中的文字"));
    }
    look
}

/// A text without what people put between the digits of a number.
fn close(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !"-_./".contains(*letter)).collect()
}

fn commitments(shared: &Shared, record: &Record) -> Look {
    let mut look = Look::default();
    let known = || shared.expected.iter().flat_map(|expected| &expected.commitments);
    for seen in &record.requests {
        if let Some(consent) = seen.text("consent").or_else(|| seen.text("consentCommitment")) {
            let right = known().any(|(commitment, _)| commitment == consent);
            look.hold(right, || at(seen, NOT_OURS.0, NOT_OURS.1));
        }
        if seen.operation == "consents/register" {
            let sent = (seen.text("commitment"), seen.text("purpose"), seen.text("recipient"));
            let right = known().any(|(commitment, purpose)| {
                sent == (Some(commitment), Some(*purpose), Some(shared.client.code.as_str()))
            });
            look.hold(right, || at(seen, NOT_OURS.0, NOT_OURS.1));
        }
    }
    look
}

fn at(seen: &Seen, en: &str, zh: &str) -> Reason {
    let known = Operation::ALL.iter().any(|known| known.name() == seen.operation);
    let known = known || OTHERS.iter().any(|other| seen.operation.starts_with(other));
    // An address that is none of the standard's may hold words that are not to be repeated.
    let (operation, name) =
        if known { (&*seen.operation, &*seen.operation) } else { ("another address", "其他地址") };
    Reason::words(format!("{operation}: {en}"), format!("{name}：{zh}"))
}

const NOT_OURS: (&str, &str) = (
    "the consent is none of the papers by its commitment under the salt beside it, recipient and purpose",
    "按其旁边的盐计算的承诺值、接收方或用途，与材料中的授权同意书都不符",
);
/// What is no JSON and has a form of its own.
const OTHERS: [&str; 2] = ["packages/submit", "parcels/fetch/"];
