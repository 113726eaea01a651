//! Clients that are broken in what holds for every request, one each.

use serde_json::json;
use tongzhou::code::lists::ConsentPurpose::{DuplicateCheck, ExpenseClaim};
use tongzhou_conformance::{
    mock::Peer::{EvaluatorA, Registry},
    report::{Report, Verdict},
};
use tongzhou_exchange::token::{Draw, Epoch, Ristretto255Sha512, Suite as _};

use super::{
    Bench,
    raw::{Raw, changed, named},
    runtime, why, with,
};

/// What comes of a client at the scenario `claim`.
fn judged(test: &str, scenario: &str, client: impl AsyncFnOnce(&Raw)) -> Report {
    runtime().block_on(async {
        let bench = Bench::start(test, &[scenario]).await;
        client(&Raw::of(&bench, scenario)).await;
        bench.mock.finish().await
    })
}

#[track_caller]
fn fails(report: &Report, expected: &[(&str, &str)]) {
    let ids: Vec<&str> = expected.iter().map(|(id, _)| *id).collect();
    assert_eq!(with(report, Verdict::Fail), ids);
    for (id, part) in expected {
        assert!(why(report, id).contains(part), "{id}: {}", why(report, id));
    }
}

#[test]
fn a_request_that_is_sent_again_as_it_was_signed_is_found() {
    let report = judged("replay", "answer-lost", async |raw| {
        let body = raw.reservation("bill.json").await;
        let signed = raw.signed(Registry, "claims/reserve", &body);
        raw.send(&signed).await;
        raw.send(&signed).await;
    });
    fails(&report, &[("client-signed-anew", "claims/reserve: its nonce or its signature")]);
}

#[test]
fn a_request_without_a_signature_is_found() {
    let report = judged("unsigned", "claim", async |raw| {
        raw.unsigned(Registry, "notices/list", &json!({ "atMost": 10 })).await;
    });
    fails(&report, &[("client-signed", "notices/list: the message is not signed")]);
}

#[test]
fn an_id_with_another_content_is_found() {
    let report = judged("other-content", "claim", async |raw| {
        let body = raw.reservation("bill.json").await;
        raw.ask(Registry, "claims/reserve", &body).await;
        raw.ask(Registry, "claims/reserve", &changed(&body, "amount", "200.00")).await;
    });
    fails(&report, &[("client-ids", "another content")]);
}

#[test]
fn an_element_that_is_sent_in_two_requests_is_found() {
    let report = judged("same-element", "one-evaluator-down", async |raw| {
        let consent = raw.register(DuplicateCheck).await;
        let input = raw.hand.child()[0].input(Epoch::saturating(2));
        let draw = Draw::new(&mut getrandom::fill).unwrap();
        let (_, element) = Ristretto255Sha512::blind(input.as_bytes(), draw).unwrap();
        for _ in 0..2 {
            raw.evaluate(EvaluatorA, &raw.id(), &[element], &consent).await.unwrap();
        }
    });
    fails(&report, &[("client-blinded", "an element was sent before")]);
}

#[test]
fn a_name_in_a_request_is_found_without_being_quoted() {
    let report = judged("name", "tokens", async |raw| {
        let consent = raw.register(DuplicateCheck).await;
        let tokens = named(&raw.tokens(&raw.hand.child(), &consent).await);
        let body = changed(&raw.lookup(&tokens, &consent), "note", "林 小满");
        raw.ask(Registry, "lookups/ask", &body).await;
    });
    fails(
        &report,
        &[("client-described", "it departs from its form"), ("client-silent", "a word of the papers")],
    );
    assert!(!serde_json::to_string(&report).unwrap().contains("小满"));
}

#[test]
fn a_commitment_that_is_made_without_the_salt_is_found() {
    let report = judged("commitment", "claim", async |raw| {
        let document = raw.hand.paper("expense-claim.json");
        let mut consent = raw.hand.consent(ExpenseClaim);
        consent.commitment = tongzhou_client::consent::commitment(&[0; 32], &document);
        raw.hand.client.ask(&consent).await.unwrap();
    });
    fails(&report, &[("client-commitments", "by its commitment")]);
}

#[test]
fn a_body_without_an_end_is_refused_and_kept_nowhere_and_found() {
    let report = judged("too-long", "claim", async |raw| {
        let long = json!({ "atMost": "9".repeat(2 << 20) });
        let got = raw.ask(Registry, "notices/list", &long).await;
        // Whoever still writes may not come to read the answer.
        assert!(got.is_none_or(|got| got.status == 413));
    });
    fails(&report, &[("client-described", "notices/list: it is longer than any message")]);
    assert!(why(&report, "client-silent").contains("too long"), "what was not read is no pass");
    assert_eq!(with(&report, Verdict::Pass), ["client-signed-anew"]);
}

#[test]
fn what_is_sent_to_an_address_of_nobody_is_found_without_being_quoted() {
    let report = judged("nobody", "tokens", async |raw| {
        let mut signed = raw.signed(Registry, "notices/list", &json!({ "name": "林小满" }));
        signed.url = signed.url.replace("registry/v1/notices/list", "upload/secret-word");
        assert_eq!(raw.send(&signed).await.unwrap().status, 404);
    });
    fails(
        &report,
        &[
            ("client-described", "another address: nobody is at this address"),
            ("client-silent", "a word of the papers"),
        ],
    );
    let told = serde_json::to_string(&report).unwrap();
    assert!(!told.contains("小满") && !told.contains("secret-word"));
}
