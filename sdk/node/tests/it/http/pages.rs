//! Addresses, methods, types, and what everybody may read.

use expect_test::expect_file;
use tongzhou_exchange::message::Operation;

use super::Up;
use crate::wire::{JSON, Sent};

// covers: REQ-EXC-004, REQ-EXC-018, REQ-EXC-020
#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_wrongly_is_told_in_one_form() {
    let up = Up::with("").await;
    let (url, key) = (up.running.url(), up.alliance.charity.signing());
    for path in
        ["/", "/v1/claims/steal", "/v1/tokens/evaluate", "/v1", "/v1/notices/list/", "/v2/notices/list"]
    {
        let sent = Sent::post(path, JSON, b"{}").signed(url, key);
        assert_eq!(up.refused(&sent).await, (404, "no-such-operation".into()), "{path}");
    }
    assert_eq!(up.refused(&Sent::get("/v1/notices/list")).await, (405, "method".into()));
    let mut put = Sent::post("/v1/notices/list", JSON, b"{}");
    put.method = "PUT".into();
    assert_eq!(up.refused(&put).await, (405, "method".into()));
    assert_eq!(up.refused(&Sent::post("/v1/directory", JSON, b"{}")).await, (405, "method".into()));
    for media_type in ["text/plain", "application/xml", "application/json; charset=gbk", "application/jsonx"]
    {
        let sent = Sent::post("/v1/notices/list", media_type, br#"{"atMost": 1}"#).signed(url, key);
        assert_eq!(up.refused(&sent).await, (415, "media-type".into()), "{media_type}");
    }
    let mut none = Sent::post("/v1/notices/list", JSON, b"{}");
    none.headers.clear();
    assert_eq!(up.refused(&none).await, (415, "media-type".into()));
    for body in
        ["", "{", "[]", "null", r#"{"atMost": 0}"#, r#"{"atMost": 10, "more": 1}"#, r#"{"atMost": "10"}"#]
    {
        let sent = Sent::post("/v1/notices/list", JSON, body.as_bytes()).signed(url, key);
        assert_eq!(up.refused(&sent).await, (400, "malformed".into()), "{body}");
    }
    up.running.stop().await;
}

// covers: REQ-EXC-001
#[tokio::test(flavor = "multi_thread")]
async fn a_method_that_is_not_taken_is_answered_with_those_that_are() {
    let up = Up::with("").await;
    let got = up.send(&Sent::get("/v1/notices/list")).await;
    assert_eq!(got.headers["allow"], "POST");
    up.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_directory_is_told_as_it_was_signed() {
    let up = Up::with("").await;
    assert_eq!(up.send(&Sent::get("/v1/directory")).await.body, up.alliance.directory);
    assert_eq!(up.send(&Sent::get("/v1/directory.jws")).await.body, up.alliance.signatures);
    let catalogue = up.send(&Sent::get("/v1/catalogue")).await.json();
    assert_eq!(catalogue["programmes"].as_array().unwrap().len(), tongzhou_schema::PROGRAMMES.len());
    assert_eq!(up.send(&Sent::get("/health/live")).await.json()["live"], true);
    assert_eq!(up.send(&Sent::get("/health/ready")).await.json()["ready"], true);
    up.running.stop().await;
}

// covers: REQ-SHR-006
#[tokio::test(flavor = "multi_thread")]
async fn metrics_count_and_name_nobody() {
    let up = Up::with("").await;
    up.send(&up.notices(up.alliance.charity.signing())).await;
    up.send(&Sent::get("/not/there?child=110101199003078515")).await;
    let text = String::from_utf8(up.send(&Sent::get("/metrics")).await.body).unwrap();
    assert!(text.contains("operation=\"notices/list\",status=\"200\",problem=\"\"} 1"), "{text}");
    assert!(text.contains("operation=\"other\",status=\"404\",problem=\"no-such-operation\"} 1"), "{text}");
    assert!(!text.contains("110101") && !text.contains(crate::alliance::CHARITY), "{text}");
    up.running.stop().await;
}

#[test]
fn the_committed_description_is_the_one_that_is_served() {
    let description = tongzhou_node::http::openapi::describe(|_| true);
    expect_file!["../../../../../docs/spec/openapi.json"].assert_eq(&format!("{description:#}\n"));
}

// Two shapes of one name would be told apart by a number, which tells a reader nothing.
#[test]
fn every_shape_of_the_description_has_a_name_of_its_own() {
    let description = tongzhou_node::http::openapi::describe(|_| true);
    let shapes = description["components"]["schemas"].as_object().unwrap();
    let first = |name: &str| name.trim_end_matches(|last: char| last.is_ascii_digit()).to_owned();
    let second: Vec<&String> =
        shapes.keys().filter(|name| first(name) != **name && shapes.contains_key(&first(name))).collect();
    assert!(second.is_empty(), "{second:?}");
}

// covers: REQ-EXC-003
#[test]
fn the_description_names_every_operation_and_resolves_in_itself() {
    let description = tongzhou_node::http::openapi::describe(|_| true);
    for operation in Operation::ALL {
        let post = &description["paths"][format!("/v1/{}", operation.name())]["post"];
        assert!(
            post["responses"]["200"].is_object() && post["responses"]["401"].is_object(),
            "{operation:?}"
        );
    }
    fn references<'v>(value: &'v serde_json::Value, found: &mut Vec<&'v str>) {
        match value {
            serde_json::Value::Object(members) => {
                found.extend(members.get("$ref").and_then(|reference| reference.as_str()));
                members.values().for_each(|value| references(value, found));
            }
            serde_json::Value::Array(values) => values.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    references(&description, &mut found);
    assert!(found.len() > 50);
    for reference in found {
        let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("{reference} leads elsewhere"));
        assert!(description.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}
