//! A client that does nothing by itself: what it sends, and what it makes of an answer, is for each test to say. The
//! sound parts are those of this project's client.

use serde_json::{Value, json};
use tongzhou::{code::lists::ConsentPurpose, json as strict};
use tongzhou_conformance::mock::Peer;
use tongzhou_exchange::{
    message::{consent::RegisterConsent, evaluation::Evaluation, wire::Element},
    signature::{Content, ContentDigest, Nonce, RequestParts, sign_request},
    token::{Identity, Token},
};

use super::{Bench, key, now, own::Hand};

/// One scenario in the hands of a client that is broken.
pub(crate) struct Raw {
    pub(crate) hand: Hand,
    http: reqwest::Client,
    addresses: Vec<(Peer, String)>,
}

/// A request that is signed, and can be sent as often as one likes.
#[derive(Clone)]
pub(crate) struct Signed {
    pub(crate) url: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// What came back, whoever signed it.
pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

impl Raw {
    pub(crate) fn of(bench: &Bench, scenario: &str) -> Self {
        let addresses = Peer::ALL.into_iter().map(|peer| (peer, bench.mock.address(peer))).collect();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { hand: Hand::of(bench, scenario), http, addresses }
    }

    pub(crate) fn id(&self) -> String {
        self.hand.client.surroundings().fresh_id().unwrap().to_string()
    }

    pub(crate) fn signed(&self, peer: Peer, operation: &str, body: &Value) -> Signed {
        let (_, address) = self.addresses.iter().find(|(own, _)| *own == peer).unwrap();
        let (url, body) = (format!("{address}v1/{operation}"), body.to_string().into_bytes());
        let mut nonce = [0; 16];
        getrandom::fill(&mut nonce).unwrap();
        let content = Content { media_type: "application/json", digest: ContentDigest::of(&body) };
        let parts =
            RequestParts { method: "POST", target_uri: &url, content: Some(content), idempotency_key: None };
        let signed = sign_request(&parts, &key(), now(), Nonce::from(nonce)).unwrap();
        Signed { url, headers: signed.headers, body }
    }

    /// Sends it; none where no answer came.
    pub(crate) async fn send(&self, signed: &Signed) -> Option<Got> {
        let mut request = self.http.post(&signed.url).header("content-type", "application/json");
        for (name, value) in &signed.headers {
            request = request.header(*name, value);
        }
        let response = request.body(signed.body.clone()).send().await.ok()?;
        let status = response.status().as_u16();
        let body = strict::from_slice(&response.bytes().await.ok()?).unwrap_or(Value::Null);
        Some(Got { status, body })
    }

    pub(crate) async fn unsigned(&self, peer: Peer, operation: &str, body: &Value) -> Option<Got> {
        let mut signed = self.signed(peer, operation, body);
        signed.headers.clear();
        self.send(&signed).await
    }

    pub(crate) async fn ask(&self, peer: Peer, operation: &str, body: &Value) -> Option<Got> {
        self.send(&self.signed(peer, operation, body)).await
    }

    pub(crate) async fn register(&self, purpose: ConsentPurpose) -> RegisterConsent {
        let consent = self.hand.consent(purpose);
        self.hand.client.ask(&consent).await.unwrap();
        consent
    }

    /// Tokens as they ought to be made.
    pub(crate) async fn tokens(&self, of: &[Identity], consent: &RegisterConsent) -> Vec<Token> {
        self.hand.client.tokens_of(of, consent.commitment).await.unwrap()
    }

    /// What one evaluator makes of elements, believed as it comes.
    pub(crate) async fn evaluate(
        &self,
        peer: Peer,
        id: &str,
        elements: &[Element],
        consent: &RegisterConsent,
    ) -> Option<Evaluation> {
        let body = json!({
            "requestId": id, "purpose": "subject", "suite": "ristretto255-sha512", "epoch": 2,
            "consent": consent.commitment, "elements": elements,
        });
        let got = self.ask(peer, "tokens/evaluate", &body).await?;
        serde_json::from_value(got.body).ok()
    }

    /// A lookup with these tokens.
    pub(crate) fn lookup(&self, tokens: &Value, consent: &RegisterConsent) -> Value {
        json!({
            "lookupId": self.id(), "purpose": "duplicate-check",
            "consent": consent.commitment, "tokens": tokens,
        })
    }

    /// A reservation of 100.00 yuan on the bill of a paper, and under what it is made.
    pub(crate) async fn reservation(&self, file: &str) -> Value {
        let consent = self.register(ConsentPurpose::ExpenseClaim).await;
        let (bill, burden) = self.hand.bill(file).unwrap();
        let tokens = self.tokens(&[bill], &consent).await;
        json!({
            "claimId": self.id(), "expense": tokens[0].expense(), "amount": "100.00", "burden": burden,
            "consent": consent.commitment,
        })
    }
}

/// The tokens of children, as messages name them.
pub(crate) fn named(tokens: &[Token]) -> Value {
    tokens.iter().map(|token| serde_json::to_value(token.subject()).unwrap()).collect()
}

/// A token that nobody computed.
pub(crate) fn invented(kind: &str) -> Value {
    let mut value = [0; 32];
    getrandom::fill(&mut value).unwrap();
    let value: String = value.iter().map(|byte| format!("{byte:02x}")).collect();
    json!({ "suite": "ristretto255-sha512", "epoch": 2, "kind": kind, "value": value })
}

/// The same request with another value.
pub(crate) fn changed(body: &Value, name: &str, value: impl Into<Value>) -> Value {
    let mut body = body.clone();
    body[name] = value.into();
    body
}
