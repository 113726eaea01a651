//! One case, from its consents to its cleaning up.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tokio::{
    task::JoinSet,
    time::{Duration, Instant as Moment},
};
use tongzhou_exchange::{
    message::wire::{Element, Proof},
    token::{Ristretto255Sha512, Suite as _},
};

use super::{
    judge::{Stop, fits, judge, own},
    names::{Misfit, Names},
    pace::{Asked, TOO_MANY, is_too_many},
    parcel,
    schemas::{Message, Schemas},
    signed::{Parts, sign},
    target::Target,
    watch::{JSON, SEALED, Seen},
    wire::{Got, NoAnswer, Sent, Wire, now},
};
use crate::{
    case::{Ask, Case, Expect, Party, Signing, Step, Submit, Tally, TestTenant},
    report::Reason,
};

/// What every case is played with.
pub(super) struct Stage<'t> {
    pub(super) wire: Wire,
    pub(super) target: &'t Target,
    pub(super) tenant: TestTenant,
    pub(super) schemas: Schemas,
    /// For how long what may come a little late is asked for again.
    pub(super) late: Duration,
    /// For how long, at the most, one request waits where the target is asked too often.
    pub(super) waiting: Duration,
    pub(super) asked: Asked,
}

/// A case that is being played.
pub(super) struct Play<'s, 't> {
    pub(super) stage: &'s mut Stage<'t>,
    pub(super) names: Names,
    seen: Seen,
    last: Option<(Sent, Got)>,
    /// Packages by their names: the very same file is sent again.
    packages: BTreeMap<String, Vec<u8>>,
    /// What is to be put in order again: whose, and with which request.
    pub(super) left: Vec<(Party, &'static str, Value)>,
}

/// What came of a case, and what was seen of its messages.
pub(super) struct Played {
    pub(super) stop: Option<Stop>,
    pub(super) seen: Seen,
}

/// A request with its body.
pub(super) struct Written {
    path: String,
    method: String,
    media_type: String,
    pub(super) body: Option<Vec<u8>>,
}

pub(super) async fn play(stage: &mut Stage<'_>, case: &Case) -> Played {
    let names = now()
        .ok_or_else(|| own("the clock"))
        .and_then(|now| Names::new(&stage.target.code, now, &case.ids).map_err(Stop::from));
    let names = match names {
        Ok(names) => names,
        Err(stop) => return Played { stop: Some(stop), seen: Seen::default() },
    };
    let mut play =
        Play { stage, names, seen: Seen::default(), last: None, packages: BTreeMap::new(), left: Vec::new() };
    let came = play.through(case).await;
    let gone = matches!(came, Err(Stop::Silent(_) | Stop::Busy(_)));
    let cleaned = if gone { Ok(()) } else { play.clean_up().await };
    Played { stop: came.and(cleaned).err(), seen: play.seen }
}

impl Play<'_, '_> {
    async fn through(&mut self, case: &Case) -> Result<(), Stop> {
        for consent in &case.consents {
            let name = json!(format!("$consent:{}", consent.name));
            let body = json!({
                "commitment": name, "recipient": consent.of.code(), "purpose": consent.purpose,
                "mayNameMember": consent.may_name_member, "validDays": 30,
            });
            let expect = Expect { done: Some(json!({ "status": "given" })), ..Expect::default() };
            let ask = plain("consents/register", consent.of, body, expect);
            self.ask(&format!("consent {}", consent.name), &ask, None).await?;
        }
        for (number, step) in (1..).zip(&case.steps) {
            self.step(number, step).await?;
        }
        Ok(())
    }

    async fn step(&mut self, number: usize, step: &Step) -> Result<(), Stop> {
        match step {
            Step::Ask(ask) => self.ask(&format!("{number}. {}", ask.operation), ask, None).await,
            Step::Replay { expect } => {
                let (sent, before) = self.last.clone().ok_or_else(|| own("nothing was sent before"))?;
                let got = match is_limited(expect) {
                    true => self.send(&sent, true).await?,
                    false => self.patiently_again(&sent).await?,
                };
                let step = format!("{number}. {}", "replay");
                judge(&step, expect, &got, Some(&before), &mut self.names, None)
            }
            Step::Together { asks, copies, expect } => self.together(number, asks, *copies, expect).await,
            Step::Flood { ask } => self.flood(number, ask).await,
            Step::Exhaust { party, purpose } => self.exhaust(number, *party, purpose).await,
            Step::Get { path, expect } => {
                let url = self.url(path)?;
                let sent =
                    Sent { method: "GET".into(), url, headers: Vec::new(), body: None, signature: None };
                let mut got = self.stage.wire.send(&sent).await.map_err(silent)?;
                let mut waited = Duration::ZERO;
                while is_too_many(&got) {
                    waited = self.wait(&got, waited).await?;
                    got = self.stage.wire.send(&sent).await.map_err(silent)?;
                }
                if got.status >= 400 {
                    self.seen.look(&sent, &got, self.stage.target, &mut self.stage.schemas);
                }
                judge(&format!("{number}. GET {path}"), expect, &got, None, &mut self.names, None)
            }
            Step::Submit(submit) => self.submit(number, submit).await,
            Step::Fetch { party, id, expect } => {
                let id = self.names.fill(&json!(id), None)?;
                let id = id.as_str().unwrap_or_default();
                let written = Written {
                    path: format!("v1/parcels/fetch/{id}"),
                    method: "GET".into(),
                    media_type: JSON.into(),
                    body: None,
                };
                let (_, got) = self.patiently(&written, *party, &Signing::default()).await?;
                judge(&format!("{number}. parcels/fetch"), expect, &got, None, &mut self.names, None)
            }
        }
    }

    /// Asks, again until what may come a little late has come, and judges.
    async fn ask(&mut self, step: &str, ask: &Ask, copy: Option<u32>) -> Result<(), Stop> {
        let until = Moment::now() + self.stage.late.min(Duration::from_secs(ask.within.into()));
        loop {
            match self.ask_once(step, ask, copy).await {
                Err(Stop::Wrong(_)) if Moment::now() < until => {
                    tokio::time::sleep(Duration::from_millis(250)).await;
                }
                came => return came,
            }
        }
    }

    /// Asks, again where that is all that the target wants, and judges.
    async fn ask_once(&mut self, step: &str, ask: &Ask, copy: Option<u32>) -> Result<(), Stop> {
        let written = self.written(ask, copy)?;
        let (sent, got) = self.sent_as_expected(&written, ask.party, &ask.signed, &ask.expect).await?;
        let before = self.last.take().map(|(_, got)| got);
        let judged = judge(step, &ask.expect, &got, before.as_ref(), &mut self.names, copy);
        self.remember(ask, &written, &got);
        let judged = judged.and_then(|()| match ask.expect.proof {
            true => self.prove(step, &written, &got),
            false => Ok(()),
        });
        self.last = Some((sent, got));
        judged
    }

    async fn together(
        &mut self,
        number: usize,
        asks: &[Ask],
        copies: u32,
        expect: &Tally,
    ) -> Result<(), Stop> {
        let parties: Vec<Party> = (0..copies).flat_map(|_| asks.iter().map(|ask| ask.party)).collect();
        self.wait_for_room(&parties).await;
        let mut sending = JoinSet::new();
        for copy in 0..copies {
            for ask in asks {
                let written = self.written(ask, Some(copy))?;
                let sent = self.sent(&written, ask.party, &ask.signed)?;
                let (wire, ask) = (self.stage.wire.clone(), ask.clone());
                sending.spawn(async move {
                    let got = wire.send(&sent).await;
                    (ask, written, sent, got)
                });
            }
        }
        let (mut done, mut others, mut one_has) = (0, Vec::new(), expect.one_has.is_none());
        while let Some(joined) = sending.join_next().await {
            let (ask, written, sent, got) = joined.map_err(|_| own("a request was not finished"))?;
            let got = got.map_err(silent)?;
            self.seen.look(&sent, &got, self.stage.target, &mut self.stage.schemas);
            self.remember(&ask, &written, &got);
            let body: Value = serde_json::from_slice(&got.body).unwrap_or_default();
            if got.status == 200 {
                done += 1;
            } else {
                others.push(body.get("code").cloned().unwrap_or_default());
            }
            if let Some(has) = &expect.one_has {
                match self.names.fits(has, &body, None) {
                    Ok(()) => one_has = true,
                    Err(Misfit::There { .. }) => {}
                    slip => fits("together", slip)?,
                }
            }
        }
        if others.iter().any(|code| code == TOO_MANY) {
            let en = "the target takes too few requests in a minute for what is sent together here";
            return Err(Stop::could_not(en, "被测方每分钟接受的请求太少，无法同时发送"));
        }
        let right = |code: &Value| expect.problem.as_ref().is_some_and(|wanted| code == wanted);
        if done == expect.done && others.iter().all(right) && one_has {
            return Ok(());
        }
        Err(Stop::Wrong(Box::new(Reason::new(
            format!("{number}. together: not as many were done, or refused for another reason"),
            format!("{number}. 同时发送：办理的件数或拒绝的原因不同"),
            serde_json::to_value(expect).ok(),
            Some(json!({ "done": done, "refused": others })),
        ))))
    }

    async fn flood(&mut self, number: usize, ask: &Ask) -> Result<(), Stop> {
        let most = self.stage.tenant.requests_per_minute;
        let began = Moment::now();
        // A minute may end meanwhile, after which as many again are answered.
        for _ in 0..=most.saturating_mul(2) {
            let written = self.written(ask, None)?;
            let sent = self.sent(&written, ask.party, &ask.signed)?;
            let got = self.send(&sent, true).await?;
            if is_too_many(&got) {
                return Ok(());
            }
            if began.elapsed() > Duration::from_secs(50) {
                let en = "the target answers too slowly to be asked as often as it says it allows";
                return Err(Stop::could_not(en, "被测方应答太慢，达不到它所写的每分钟请求数"));
            }
        }
        Err(Stop::wrong(
            format!("{number}. {}: more requests were answered than the target says it takes", ask.operation),
            format!("{number}. {}：应答的请求数超过了被测方所写的上限", ask.operation),
        ))
    }

    async fn submit(&mut self, number: usize, submit: &Submit) -> Result<(), Stop> {
        let name = format!("$package:{}", submit.package);
        let id = match &submit.made.id_of {
            Some(other) => self.names.fill(&json!(format!("$package:{other}")), None)?,
            None => self.names.fill(&json!(format!("$id:package {}", submit.package)), None)?,
        };
        self.names.set(&name, id.clone());
        let bytes = match self.packages.get(&submit.package) {
            Some(known) => known.clone(),
            None => {
                let (at, id) = (now().ok_or_else(|| own("the clock"))?, id.as_str().unwrap_or_default());
                parcel::sealed(&submit.made, id, submit.party, self.stage.target, at)
                    .ok_or_else(|| own("a package cannot be made"))?
            }
        };
        self.packages.insert(submit.package.clone(), bytes.clone());
        let written = Written {
            path: "v1/packages/submit".into(),
            method: "POST".into(),
            media_type: submit.content_type.clone().unwrap_or_else(|| SEALED.to_owned()),
            body: Some(bytes),
        };
        let (sent, got) =
            self.sent_as_expected(&written, submit.party, &submit.signed, &submit.expect).await?;
        let before = self.last.take().map(|(_, got)| got);
        let step = format!("{number}. packages/submit");
        let judged = judge(&step, &submit.expect, &got, before.as_ref(), &mut self.names, None);
        self.last = Some((sent, got));
        judged
    }

    /// The body of a request, which is held against its form before it is sent.
    pub(super) fn written(&mut self, ask: &Ask, copy: Option<u32>) -> Result<Written, Stop> {
        let path = format!("v1/{}", ask.operation);
        let mut body = match (&ask.with, &ask.text) {
            (Some(with), _) => {
                let filled = self.names.fill(with, copy)?;
                if !ask.malformed && !ask.too_large {
                    let departs = self.stage.schemas.departs(&format!("/{path}"), Message::Request, &filled);
                    if let Ok(Some(place)) = departs {
                        return Err(own(&format!(
                            "the body of {} is not of its form at {place}",
                            ask.operation
                        )));
                    }
                }
                Some(filled.to_string().into_bytes())
            }
            (None, Some(text)) => Some(text.clone().into_bytes()),
            (None, None) => None,
        };
        if let Some(body) = body.as_mut().filter(|_| ask.too_large) {
            let size = usize::try_from(self.stage.tenant.message_bytes).unwrap_or(usize::MAX);
            body.resize(size.saturating_add(1), b' ');
        }
        Ok(Written {
            path,
            method: ask.method.clone().unwrap_or_else(|| "POST".to_owned()),
            media_type: ask.content_type.clone().unwrap_or_else(|| JSON.to_owned()),
            body,
        })
    }

    pub(super) fn sent(&mut self, written: &Written, party: Party, how: &Signing) -> Result<Sent, Stop> {
        self.stage.asked.note(party);
        let url = self.url(&written.path)?;
        let mut nonce = [0; 16];
        getrandom::fill(&mut nonce).map_err(|_| own("random numbers"))?;
        let content = written.body.as_deref().map(|body| (written.media_type.as_str(), body));
        let now = now().ok_or_else(|| own("the clock"))?.unix_seconds();
        let parts = Parts { method: &written.method, uri: url.as_str(), content, now, nonce };
        let signed = sign(&parts, party, how);
        let mut headers = signed.headers;
        if written.body.is_some() {
            headers.push(("content-type", written.media_type.clone()));
        }
        let mut body = written.body.clone();
        if let Some(body) = body.as_mut().filter(|_| how.body_changed) {
            body.push(b' ');
        }
        Ok(Sent { method: written.method.clone(), url, headers, body, signature: signed.signature })
    }

    fn url(&self, path: &str) -> Result<reqwest::Url, Stop> {
        format!("{}{path}", self.stage.target.address).parse().map_err(|_| own("an address"))
    }

    pub(super) async fn send(&mut self, sent: &Sent, limited: bool) -> Result<Got, Stop> {
        let got = self.stage.wire.send(sent).await.map_err(silent)?;
        // While it is flooded nothing but being refused is of interest.
        if !limited || is_too_many(&got) {
            self.seen.look(sent, &got, self.stage.target, &mut self.stage.schemas);
        }
        Ok(got)
    }

    /// Sends it, once alone where being asked too often is what is expected.
    async fn sent_as_expected(
        &mut self,
        written: &Written,
        party: Party,
        how: &Signing,
        expect: &Expect,
    ) -> Result<(Sent, Got), Stop> {
        if !is_limited(expect) {
            return self.patiently(written, party, how).await;
        }
        let sent = self.sent(written, party, how)?;
        let got = self.send(&sent, true).await?;
        Ok((sent, got))
    }

    /// Whether the proof of an evaluator holds for the share that the directory lists.
    fn prove(&self, step: &str, written: &Written, got: &Got) -> Result<(), Stop> {
        let asked: Value =
            serde_json::from_slice(written.body.as_deref().unwrap_or_default()).unwrap_or_default();
        let answer: Value = serde_json::from_slice(&got.body).unwrap_or_default();
        let elements = |value: &Value| -> Option<Vec<Element>> {
            value.get("elements")?.as_array()?.iter().map(|text| text.as_str()?.parse().ok()).collect()
        };
        let holds = || {
            let proof: Proof = answer.get("proof")?.as_str()?.parse().ok()?;
            let number = answer.get("share")?.as_u64()?;
            let (purpose, epoch) = (asked.get("purpose")?.as_str()?, asked.get("epoch")?.as_u64()?);
            let share = self.stage.target.shares.iter().find(|share| {
                u64::from(share.number) == number
                    && u64::from(share.epoch) == epoch
                    && tongzhou::code::Code::code(share.purpose) == purpose
            })?;
            let (asked, answered) = (elements(&asked)?, elements(&answer)?);
            Ristretto255Sha512::verify(&share.key, &asked, &answered, &proof).ok()
        };
        holds().ok_or_else(|| {
            Stop::wrong(
                format!("{step}: the proof does not hold for the share that the directory lists"),
                format!("{step}：证明与名录所载份额的公钥不符"),
            )
        })
    }
}

pub(super) fn plain(operation: &str, party: Party, body: Value, expect: Expect) -> Ask {
    Ask {
        operation: operation.to_owned(),
        party,
        with: Some(body),
        text: None,
        too_large: false,
        malformed: false,
        method: None,
        content_type: None,
        signed: Signing::default(),
        within: 0,
        expect,
    }
}

/// Whether being asked too often is what has to be said.
fn is_limited(expect: &Expect) -> bool {
    expect.problem.iter().any(|code| code == TOO_MANY)
}

fn silent(no: NoAnswer) -> Stop {
    let zh = match no {
        NoAnswer::Connection => "连接不上",
        NoAnswer::Late => "没有及时应答",
        NoAnswer::TooLong => "应答过长",
        NoAnswer::BrokeOff => "应答中断",
        NoAnswer::Unwritten => "请求无法写出",
    };
    Stop::Silent(Box::new(Reason::words(no.to_string(), zh)))
}
