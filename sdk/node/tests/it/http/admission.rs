//! Whose requests are answered.

use tongzhou::{signing::SigningKey, value::Instant};

use super::Up;
use crate::{
    alliance::now,
    wire::{JSON, Sent},
};

fn later(seconds: i64) -> Instant {
    Instant::from_unix_seconds(now().unix_seconds() + seconds).unwrap()
}

// covers: REQ-EXC-001, REQ-EXC-016
#[tokio::test(flavor = "multi_thread")]
async fn a_member_is_answered_and_the_answer_is_signed_for_its_request() {
    let up = Up::with("").await;
    let sent = up.notices(up.alliance.charity.signing());
    let got = up.send(&sent).await;
    assert_eq!((got.status, got.json()["more"].as_bool()), (200, Some(false)), "{got:?}");
    assert!(got.is_by(up.alliance.registry.signing(), &sent.signature.unwrap()));
    assert!(!got.is_by(up.alliance.registry.signing(), &[0; 64].into()));
    up.running.stop().await;
}

// covers: REQ-EXC-010, REQ-EXC-012, REQ-EXC-014
#[tokio::test(flavor = "multi_thread")]
async fn each_fault_of_a_signature_has_its_own_problem() {
    let up = Up::with("").await;
    let (key, url) = (up.alliance.charity.signing(), up.running.url());
    let list = || Sent::post("/v1/notices/list", JSON, br#"{"atMost": 10}"#);

    assert_eq!(up.refused(&list()).await, (401, "signature-missing".into()));

    let mut body = up.notices(key);
    body.body = br#"{"atMost": 11}"#.to_vec();
    assert_eq!(up.refused(&body).await, (401, "signature-wrong".into()));

    let mut path = up.notices(key);
    path.path = "/v1/parcels/list".into();
    assert_eq!(up.refused(&path).await, (401, "signature-wrong".into()));

    let elsewhere = list().signed("http://elsewhere.example", key);
    assert_eq!(up.refused(&elsewhere).await, (401, "signature-wrong".into()));

    for seconds in [-65, 65] {
        let stale = list().signed_at(url, key, later(seconds), [1; 16]);
        assert_eq!(up.refused(&stale).await, (401, "signature-stale".into()), "{seconds}");
    }
    for seconds in [-50, 50] {
        let near = list().signed_at(url, key, later(seconds), [seconds as u8; 16]);
        assert_eq!(up.send(&near).await.status, 200, "{seconds}");
    }

    let nobody = up.notices(&SigningKey::from_seed(&[77; 32]));
    assert_eq!(up.refused(&nobody).await, (403, "not-a-member".into()));
    let board = up.notices(&SigningKey::from_seed(&[100; 32]));
    assert_eq!(up.refused(&board).await, (403, "not-a-member".into()));

    // What one member signed is not taken for another's.
    let mut swapped = up.notices(key);
    let other = up.alliance.other.signing().verifying_key().id().to_string();
    for (name, value) in &mut swapped.headers {
        if name == "signature-input" {
            *value = value.replace(&key.verifying_key().id().to_string(), &other);
        }
    }
    assert_eq!(up.refused(&swapped).await, (401, "signature-wrong".into()));
    up.running.stop().await;
}

// covers: REQ-EXC-013
#[tokio::test(flavor = "multi_thread")]
async fn a_signature_counts_once_also_after_a_restart() {
    let up = Up::with("").await;
    let sent = up.notices(up.alliance.charity.signing());
    assert_eq!(up.send(&sent).await.status, 200);
    assert_eq!(up.refused(&sent).await, (401, "replayed".into()));

    let (address, alliance, folder) = (up.running.addr(), up.alliance, up.folder);
    up.running.stop().await;
    // At the same address, since that is signed.
    let text = alliance.config(&folder.0, "# again\n");
    let config = tongzhou_node::config::Config { listen: address, ..text };
    let running = tongzhou_node::node::Node::start(config).await.unwrap();
    let up = Up { alliance, folder, running };
    assert_eq!(up.refused(&sent).await, (401, "replayed".into()));
    assert_eq!(up.send(&up.notices(up.alliance.charity.signing())).await.status, 200);
    up.running.stop().await;
}

// covers: REQ-EXC-011
#[tokio::test(flavor = "multi_thread")]
async fn a_changed_body_does_not_use_up_the_nonce_of_the_true_one() {
    let up = Up::with("").await;
    let sent = up.notices(up.alliance.charity.signing());
    let mut changed = sent.clone();
    changed.body = br#"{"atMost": 12}"#.to_vec();
    assert_eq!(up.refused(&changed).await, (401, "signature-wrong".into()));
    assert_eq!(up.send(&sent).await.status, 200);
    up.running.stop().await;
}

// covers: REQ-EXC-014
#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_the_directory_is_refused_and_an_older_directory_is_not_taken() {
    let mut up = Up::with("").await;
    let before = (up.alliance.directory.clone(), up.alliance.signatures.clone());
    assert_eq!(up.send(&up.notices(up.alliance.charity.signing())).await.status, 200);
    up.alliance.revoke(crate::alliance::CHARITY);
    up.alliance.write_directory(&up.folder.0);
    let mut status = 200;
    for _ in 0..200 {
        status = up.send(&up.notices(up.alliance.charity.signing())).await.status;
        if status != 200 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(status, 403);
    (up.alliance.directory, up.alliance.signatures) = before;
    up.alliance.write_directory(&up.folder.0);
    tokio::time::sleep(std::time::Duration::from_secs(6)).await;
    assert_eq!(up.refused(&up.notices(up.alliance.charity.signing())).await, (403, "not-a-member".into()));
    assert_eq!(up.send(&up.notices(up.alliance.other.signing())).await.status, 200);
    up.running.stop().await;
}

// covers: REQ-EXC-021
#[tokio::test(flavor = "multi_thread")]
async fn a_member_asks_so_often_and_no_oftener() {
    let up = Up::with("[limits]\nrequests-per-minute = 3\n").await;
    for _ in 0..3 {
        assert_eq!(up.send(&up.notices(up.alliance.charity.signing())).await.status, 200);
    }
    assert_eq!(up.refused(&up.notices(up.alliance.charity.signing())).await, (429, "too-many".into()));
    // Nobody else has to wait for it.
    assert_eq!(up.send(&up.notices(up.alliance.other.signing())).await.status, 200);
    up.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_asks_so_often_before_any_signature_is_looked_at() {
    let up = Up::with("[limits]\nrequests-per-minute-of-address = 2\n").await;
    for _ in 0..2 {
        assert_eq!(up.send(&Sent::get("/health/live")).await.status, 200);
    }
    assert_eq!(up.refused(&up.notices(up.alliance.charity.signing())).await, (429, "too-many".into()));
    up.running.stop().await;
}
