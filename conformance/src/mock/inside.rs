//! What the suite itself asks of its peers: past the door, so that it is in no record.

use std::time::Duration;

use reqwest::Client as Http;
use tongzhou::{
    code::lists::{ConsentPurpose, EntryClass},
    value::Instant,
};
use tongzhou_client::{
    Client, ClientError, Peers, Surroundings, Task, TokenStep,
    transport::{Carried, Outgoing, Transport},
};
use tongzhou_exchange::{
    message::{
        consent::RegisterConsent,
        wire::{CalendarMonth, Hex32},
    },
    signature::{Content, ContentDigest, Nonce, RequestParts, sign_request},
    token::Identity,
};

use super::{
    MockFault,
    alliance::{Alliance, Peer},
    forward::{Forward, Request},
};

/// A member of the suite's own, whose messages go straight to the nodes.
struct Inside {
    us: Peer,
    base: String,
    forward: Forward,
}

/// Another member writes down that it is about to help this child.
pub(super) async fn announce(
    alliance: &Alliance,
    base: &str,
    forward: &Forward,
    child: &[Identity],
    now: Instant,
) -> Result<(), MockFault> {
    let us = Peer::EvaluatorB;
    let inside = Inside { us, base: base.to_owned(), forward: forward.clone() };
    let peers = Peers::of(&alliance.directory, std::collections::BTreeMap::new(), now)?;
    let code = us.code().parse().map_err(|_| MockFault::Keys)?;
    let client = Client::over(peers, code, Surroundings::system(), inside);
    let mut commitment = [0; 32];
    client.surroundings().fill(&mut commitment)?;
    let consent = RegisterConsent {
        commitment: Hex32(commitment),
        recipient: client.us().clone(),
        purpose: ConsentPurpose::DuplicateCheck,
        may_name_member: true,
        valid_days: tongzhou::model::primitive::Count::saturating(30),
    };
    let month: CalendarMonth =
        now.china_date().to_string().get(..7).unwrap_or_default().parse().map_err(|_| MockFault::Keys)?;
    let steps = TokenStep::begin(&client, child, consent.commitment)?;
    let id = client.surroundings().fresh_id()?;
    Task::announce(id, EntryClass::Medical, month, steps).under(consent).run(&client).await?;
    Ok(())
}

impl Inside {
    async fn ask(&self, outgoing: Outgoing<'_>) -> Result<Vec<u8>, ClientError> {
        let peer = Peer::ALL.into_iter().find(|peer| peer.code() == outgoing.to.code.as_str());
        let peer = peer.ok_or_else(|| ClientError::NoSuchMember(outgoing.to.code.clone()))?;
        let path = format!("/v1/{}", outgoing.operation.name());
        let uri = format!("{}/{}{path}", self.base, peer.path());
        let surroundings = Surroundings::system();
        let mut nonce = [0; 16];
        surroundings.fill(&mut nonce)?;
        let content = Content { media_type: "application/json", digest: ContentDigest::of(outgoing.body) };
        let parts =
            RequestParts { method: "POST", target_uri: &uri, content: Some(content), idempotency_key: None };
        let signed = sign_request(&parts, &self.us.signing(), surroundings.now()?, Nonce::from(nonce))
            .map_err(|_| ClientError::Form)?;
        let mut headers = vec![("content-type".to_owned(), content.media_type.as_bytes().to_vec())];
        headers.extend(signed.headers.into_iter().map(|(name, value)| (name.to_owned(), value.into_bytes())));
        let request = Request { method: "POST".to_owned(), path, headers, body: outgoing.body.to_vec() };
        let answer = self.forward.send(peer, &request).await.ok_or(ClientError::Unreachable)?;
        if answer.status == 200 {
            return Ok(answer.body);
        }
        let problem = tongzhou::json::from_slice(&answer.body).map_err(|_| ClientError::NotAnAnswer)?;
        Err(ClientError::Refused(Box::new(problem)))
    }
}

impl Transport for Inside {
    fn carry<'t>(&'t self, outgoing: Outgoing<'t>) -> Carried<'t> {
        Box::pin(self.ask(outgoing))
    }

    fn is_at_once(&self) -> bool {
        true
    }
}

/// What sends to the nodes, and waits so long for a whole answer.
pub(super) fn http(patience: Duration) -> Result<Http, MockFault> {
    Http::builder()
        .timeout(patience)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .build()
        .map_err(|_| MockFault::Http)
}
