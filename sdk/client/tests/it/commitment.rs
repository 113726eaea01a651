//! Commitments to consents are those of `conformance/vectors/consents/`, which another program made.

use std::fs;

use serde_json::Value;
use tongzhou_client::consent::commitment;
use tongzhou_exchange::message::wire::Hex32;

const VECTORS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../conformance/vectors/consents/commitments.json");

// covers: REQ-SHR-013
#[test]
fn a_commitment_is_over_its_context_the_salt_and_the_exact_bytes() {
    let vectors: Value = serde_json::from_str(&fs::read_to_string(VECTORS).unwrap()).unwrap();
    let cases = vectors["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 4);
    for case in cases {
        let salt: Hex32 = case["salt"].as_str().unwrap().parse().unwrap();
        let made = commitment(&salt, case["document"].as_str().unwrap().as_bytes());
        assert_eq!(made.to_string(), case["commitment"].as_str().unwrap(), "{}", case["what"]);
    }
}
