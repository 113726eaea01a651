//! Clients that are broken in one way each, at the scenario that is about it.

use std::{io::Write as _, time::Duration};

use serde_json::{Value, json};
use tokio::time::sleep;
use tongzhou::{
    code::lists::ConsentPurpose::{AidRegistration, DuplicateCheck, ExpenseClaim},
    model::{
        literal::{Literal, Version},
        primitive::List,
    },
    sealing::{Recipient, Sealer},
    signing::SigningKey,
    value::Instant,
};
use tongzhou_conformance::{
    fixture::alliance::signing_key,
    mock::Peer::{EvaluatorA, EvaluatorC, Registry},
    report::Verdict,
};
use tongzhou_exchange::{
    batch::{Batch, Message, seal_batch},
    message::wire::At,
    token::{Draw, Epoch, Identity, Ristretto255Sha512, Suite as _},
};

use super::{
    Bench, CODE, key, now,
    own::directory,
    raw::{Raw, changed, invented, named},
    runtime, why, with,
};

/// A lookup is sent, though the evaluators gave nothing to rely on.
async fn looks_up_all_the_same(raw: Raw) {
    let consent = raw.register(DuplicateCheck).await;
    let child = raw.hand.child();
    let input = child[0].input(Epoch::saturating(2));
    let (id, (_, element)) = (raw.id(), blind(input.as_bytes()));
    for peer in [EvaluatorA, tongzhou_conformance::mock::Peer::EvaluatorB, EvaluatorC] {
        raw.evaluate(peer, &id, &[element], &consent).await;
    }
    let body = raw.lookup(&json!([invented("resident-id")]), &consent);
    raw.ask(Registry, "lookups/ask", &body).await;
}

fn blind(input: &[u8]) -> (tongzhou_exchange::token::Secret, tongzhou_exchange::message::wire::Element) {
    Ristretto255Sha512::blind(input, Draw::new(&mut getrandom::fill).unwrap()).unwrap()
}

/// The elements of the first evaluator alone are made into a token, without a look at the proof.
async fn uses_what_a_liar_gave(raw: Raw) {
    let consent = raw.register(DuplicateCheck).await;
    let child = raw.hand.child();
    let input = child[0].input(Epoch::saturating(2));
    let (secret, element) = blind(input.as_bytes());
    let lie = raw.evaluate(EvaluatorA, &raw.id(), &[element], &consent).await.unwrap();
    let output = Ristretto255Sha512::finalize(input.as_bytes(), &secret, &lie.elements[0]).unwrap();
    let value: String = output[..32].iter().map(|byte| format!("{byte:02x}")).collect();
    let token = changed(&invented("resident-id"), "value", value);
    raw.ask(Registry, "lookups/ask", &raw.lookup(&json!([token]), &consent)).await;
}

/// One kind of key alone is used, that of the later epoch.
async fn forgets_an_epoch(raw: Raw) {
    let consent = raw.register(DuplicateCheck).await;
    let mut tokens = raw.tokens(&raw.hand.child(), &consent).await;
    tokens.retain(|token| token.epoch().get() == 2);
    raw.ask(Registry, "lookups/ask", &raw.lookup(&named(&tokens), &consent)).await;
}

/// Beside the tokens that can be made, one that cannot.
async fn adds_a_token(raw: Raw, of: Option<&str>) {
    let consent = raw.register(DuplicateCheck).await;
    let mut child = raw.hand.child();
    child.extend(of.map(|number| Identity::resident_id(number).unwrap()));
    let mut tokens = named(&raw.tokens(&child, &consent).await);
    if of.is_none() {
        tokens.as_array_mut().unwrap().push(invented("resident-id"));
    }
    raw.ask(Registry, "lookups/ask", &raw.lookup(&tokens, &consent)).await;
}

/// Another number than the one that was typed.
async fn misreads_a_number(raw: Raw) {
    let consent = raw.register(DuplicateCheck).await;
    let body = raw.lookup(&json!([invented("resident-id")]), &consent);
    raw.ask(Registry, "lookups/ask", &body).await;
}

/// Asked again after the same short while each time, whatever the answer says.
async fn has_no_patience(raw: Raw, tries: usize) {
    let consent = raw.register(DuplicateCheck).await;
    let body = raw.lookup(&named(&raw.tokens(&raw.hand.child(), &consent).await), &consent);
    for _ in 0..tries {
        raw.ask(Registry, "lookups/ask", &body).await;
        sleep(Duration::from_millis(500)).await;
    }
}

/// Every try is another claim.
async fn takes_a_new_id(raw: Raw, tries: usize) {
    let body = raw.reservation("bill.json").await;
    for _ in 0..tries {
        raw.ask(Registry, "claims/reserve", &changed(&body, "claimId", raw.id())).await;
    }
}

/// What comes back is taken for the registry's, whoever signed it.
async fn believes_anybody(raw: Raw) {
    let body = raw.reservation("bill.json").await;
    let held = raw.ask(Registry, "claims/reserve", &body).await.unwrap();
    assert_eq!(held.status, 200);
    raw.ask(Registry, "claims/confirm", &confirm(&body, held.body["fence"].clone())).await;
}

fn confirm(reserved: &Value, fence: Value) -> Value {
    json!({ "claimId": reserved["claimId"], "expense": reserved["expense"], "fence": fence })
}

/// The whole bill is taken for the burden, and a fence is made up.
async fn misreads_a_claim(raw: Raw) {
    let body = raw.reservation("bill.json").await;
    let body = changed(&body, "burden", json!({ "amount": "1001.00", "source": "payments" }));
    let held = raw.ask(Registry, "claims/reserve", &body).await.unwrap();
    let fence = held.body["fence"].as_u64().unwrap() + 7;
    raw.ask(Registry, "claims/confirm", &confirm(&body, json!(fence))).await;
}

/// A bill is claimed on that must not be.
async fn claims_on(raw: Raw, code: &str, number: &str) {
    let bill = tongzhou_exchange::token::normal::bill_number(Some(code), number).unwrap();
    let consent = raw.register(ExpenseClaim).await;
    let tokens = raw.tokens(&[Identity::bill(&bill)], &consent).await;
    let body = json!({
        "claimId": raw.id(), "expense": tokens[0].expense(), "amount": "100.00",
        "burden": { "amount": "100.00", "source": "payments" }, "consent": consent.commitment,
    });
    raw.ask(Registry, "claims/reserve", &body).await;
}

/// Of all tokens one alone is registered.
async fn registers_one_token(raw: Raw) {
    let consent = raw.register(AidRegistration).await;
    let tokens = named(&raw.tokens(&raw.hand.child(), &consent).await);
    let body = json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "aid-entry", "entryId": raw.id(),
        "aidRecordId": "019a0000-0000-7000-8000-00000000beef", "member": CODE, "tokens": [tokens[0]],
        "coverageClass": "medical", "month": "2026-09", "status": "paid",
        "consentCommitment": consent.commitment,
        "salt": "0303030303030303030303030303030303030303030303030303030303030303",
    });
    raw.ask(Registry, "aid-entries/append", &body).await;
}

/// A package is sealed that nobody signed.
async fn does_not_sign(raw: Raw) {
    let directory = directory(&raw.hand.folder);
    let member = directory.member_with_code(EvaluatorA.code()).unwrap();
    let recipients: Vec<Recipient> = member.recipients_at(now()).map(|text| text.parse().unwrap()).collect();
    let mut sealer = Sealer::new(&recipients, Vec::new()).unwrap();
    sealer.write_all(&raw.hand.paper("package.tzpkg")).unwrap();
    let sealed = sealer.finish().unwrap();
    let path = raw.hand.folder.join("sealed.tzpkg.age");
    std::fs::write(&path, sealed).unwrap();
    raw.hand.client.submit(&EvaluatorA.code().parse().unwrap(), &path).await.unwrap_err();
}

/// A batch is signed by somebody else.
async fn lets_another_sign(raw: Raw) {
    let file = batch(&raw, &signing_key("nobody"));
    std::fs::write(raw.hand.folder.join("to-registry/one.tzmsg.age"), file).unwrap();
}

fn batch(raw: &Raw, signed_by: &SigningKey) -> Vec<u8> {
    let directory = directory(&raw.hand.folder);
    let created = Instant::from_unix_seconds(now().unix_seconds()).unwrap();
    let expires = Instant::from_unix_seconds(now().unix_seconds() + 86_400).unwrap();
    let id = || raw.hand.client.surroundings().fresh_id().unwrap();
    let message = Message {
        message_id: id(),
        operation: "notices/list".to_owned(),
        body: json!({ "atMost": 10 }).to_string(),
    };
    let batch = Batch {
        standard: Literal::default(),
        standard_version: Version::latest(),
        document_type: Literal::default(),
        batch_id: id(),
        from: CODE.parse().unwrap(),
        to: Registry.code().parse().unwrap(),
        created: At(created),
        expires: At(expires),
        messages: List::first([message]),
    };
    seal_batch(&batch, signed_by, &directory).unwrap()
}

/// The files in the folder are judged, all of them or none.
#[test]
fn a_batch_beyond_those_that_are_looked_at_is_no_pass() {
    for (files, verdict) in [(20, Verdict::Pass), (21, Verdict::CouldNotCheck)] {
        let report = runtime().block_on(async {
            let bench = Bench::start(&format!("batches-{files}"), &["by-file"]).await;
            let raw = Raw::of(&bench, "by-file");
            for number in 0..files {
                let path = raw.hand.folder.join(format!("to-registry/{number}.tzmsg.age"));
                std::fs::write(path, batch(&raw, &key())).unwrap();
            }
            bench.mock.finish().await
        });
        assert!(with(&report, verdict).contains(&"client-batch"), "{files}");
    }
}

#[test]
fn each_broken_client_fails_the_check_that_is_about_it_and_no_other() {
    runtime().block_on(async {
        let bench = Bench::start("broken", &[]).await;
        let raw = |scenario: &str| Raw::of(&bench, scenario);
        let mended = mended(&bench);
        tokio::join!(
            forgets_an_epoch(raw("tokens")),
            misreads_a_number(raw("typed")),
            adds_a_token(raw("masked"), None),
            // The number, mended by guessing.
            adds_a_token(raw("check-character"), Some(&mended)),
            adds_a_token(raw("other-birth-date"), Some("110101201412310004")),
            uses_what_a_liar_gave(raw("wrong-elements")),
            looks_up_all_the_same(raw("wrong-proof")),
            looks_up_all_the_same(raw("two-evaluators-down")),
            looks_up_all_the_same(raw("share-twice")),
            looks_up_all_the_same(raw("evaluations-unsigned")),
            has_no_patience(raw("waits"), 5),
            has_no_patience(raw("retry-after"), 3),
            takes_a_new_id(raw("answer-lost"), 2),
            takes_a_new_id(raw("answer-cut-short"), 2),
            takes_a_new_id(raw("outcome-unknown"), 3),
            believes_anybody(raw("answer-unsigned")),
            believes_anybody(raw("answer-of-another")),
            believes_anybody(raw("answer-to-another")),
            misreads_a_claim(raw("claim")),
            claims_on(raw("reissue"), "11060226", "0000000203"),
            claims_on(raw("not-claimable"), "11060126", open_bill(&bench)),
            registers_one_token(raw("aid")),
            does_not_sign(raw("package")),
            lets_another_sign(raw("by-file")),
        );
        let report = bench.mock.finish().await;
        let mut failed = with(&report, Verdict::Fail);
        failed.sort_unstable();
        let expected = [
            ("client-aid-entry", "other tokens"),
            ("client-answer-cut-short", "another request"),
            ("client-answer-lost", "another request"),
            ("client-answer-of-another", "claims/confirm was sent"),
            ("client-answer-to-another", "claims/confirm was sent"),
            ("client-answer-unsigned", "claims/confirm was sent"),
            ("client-batch", "the batch is refused"),
            ("client-check-character", "other tokens"),
            ("client-claim-burden", "another burden"),
            ("client-claim-confirmed", "another fence"),
            ("client-evaluations-unsigned", "lookups/ask was sent"),
            ("client-masked", "other tokens"),
            ("client-not-claimable", "none of the bill"),
            ("client-other-birth-date", "other tokens"),
            ("client-outcome-unknown", "another request"),
            ("client-package", "was refused"),
            ("client-reissue", "none of the bill"),
            ("client-retry-after", "before the time"),
            ("client-share-twice", "lookups/ask was sent"),
            ("client-tokens", "other tokens"),
            ("client-two-evaluators-down", "lookups/ask was sent"),
            ("client-typed", "other tokens"),
            ("client-waits", "do not grow"),
            ("client-wrong-elements", "other tokens"),
            ("client-wrong-proof", "lookups/ask was sent"),
        ];
        let told: Vec<_> = failed.iter().map(|id| (id, why(&report, id))).collect();
        assert_eq!(failed, expected.map(|(id, _)| id), "{told:?}");
        for (id, part) in expected {
            assert!(why(&report, id).contains(part), "{id}: {}", why(&report, id));
        }
        // What nobody did, or nobody brought to its end, is never a pass.
        let mut unchecked = with(&report, Verdict::CouldNotCheck);
        unchecked.sort_unstable();
        assert_eq!(unchecked, ["client-claim-bill", "client-lookup-matched", "client-one-evaluator-down"]);
    });
}

/// The number of the child whose check character is wrong in its application, put right.
fn mended(bench: &Bench) -> String {
    let child = bench.scenario("check-character").child.clone().unwrap();
    let first = &child.identifiers[0].1[..17];
    let mended = "0123456789X".chars().map(|last| format!("{first}{last}"));
    mended.into_iter().find(|number| Identity::resident_id(number).is_ok()).unwrap()
}

fn open_bill(bench: &Bench) -> &str {
    &bench.scenario("not-claimable").receipts[0].number
}
