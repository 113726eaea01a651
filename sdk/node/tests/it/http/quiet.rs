//! What the log says, and what it never says.

use super::Up;
use crate::{
    logged,
    wire::{JSON, Sent},
};

// covers: REQ-SHR-006
#[tokio::test(flavor = "multi_thread")]
async fn the_log_has_a_line_for_each_request_and_no_word_of_it() {
    logged::keep();
    let up = Up::with("").await;
    let (url, key) = (up.running.url(), up.alliance.charity.signing());
    let token = "5ec2e700".repeat(8);
    let consent = "c0115e17".repeat(8);
    let body = format!(
        r#"{{"lookupId": "{}", "purpose": "duplicate-check", "tokens": [{{"kind": "resident-id", "suite": "ristretto255-sha512", "epoch": 1, "value": "{token}"}}], "consent": "{consent}"}}"#,
        tongzhou::value::Uuid7::from_parts(1_790_000_000_000, [7; 10])
    );
    for path in ["/v1/lookups/ask", "/v1/claims/reserve", "/v1/aid-entries/append"] {
        up.send(&Sent::post(path, JSON, body.as_bytes()).signed(url, key)).await;
    }
    up.send(&Sent::get(&format!("/v1/tokens/{token}?name=许小川"))).await;
    let asked = up.notices(key);
    let got = up.send(&asked).await;
    up.running.stop().await;

    let log = String::from_utf8(logged::so_far()).unwrap();
    let id = &got.headers["request-id"];
    let line = log.lines().find(|line| line.contains(id.as_str())).expect("the request has its line");
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!((line["operation"].as_str(), line["status"].as_u64()), (Some("notices/list"), Some(200)));
    assert_eq!(line["member"], crate::alliance::CHARITY);
    for secret in
        [token.as_str(), consent.as_str(), "5ec2e700", "许小川", crate::alliance::PASSPHRASE, "lookupId"]
    {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
    for (name, value) in &asked.headers {
        assert!(name == "content-type" || !log.contains(value.as_str()), "{name} is in the log");
    }
}
