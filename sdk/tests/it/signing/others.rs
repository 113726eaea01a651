//! What others say: the vectors of RFC 8037 and of Wycheproof.

use expect_test::expect_file;
use quickcheck::quickcheck;
use serde_json::Value;
use tongzhou::signing::{Jws, KeyFault, SignatureFault, SigningKey, Subject, VerifyingKey};

/// RFC 8037, appendix A.1: the secret key.
const SEED: &str = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

#[test]
fn the_key_of_rfc_8037_has_its_public_half_and_its_thumbprint() {
    let key = SigningKey::from_seed(&hex(SEED).try_into().unwrap()).verifying_key();
    assert_eq!(key.to_string(), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    assert_eq!(key.id().to_string(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
}

#[test]
fn the_signature_of_rfc_8037_verifies() {
    let key: VerifyingKey = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo".parse().unwrap();
    let message = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    let signature = "860c98d2297f3060a33f42739672d61b53cf3adefed3d3c672f320dc021b411e\
                     9d59b8628dc351e248b88b29468e0e41855b0fb7d83bb15be902bfccb8cd0a02";
    let signature: [u8; 64] = hex(signature).try_into().unwrap();
    assert!(key.verifies(message, &signature));
    assert!(!key.verifies(b"another message", &signature));
}

#[test]
fn every_vector_of_wycheproof_has_its_verdict() {
    let text = include_str!("../../data/wycheproof/ed25519_test.json");
    let vectors: Value = serde_json::from_str(text).unwrap();
    let (mut valid, mut invalid) = (0, 0);
    for group in vectors["testGroups"].as_array().unwrap() {
        let key: [u8; 32] = hex(group["publicKey"]["pk"].as_str().unwrap()).try_into().unwrap();
        let key = VerifyingKey::from_bytes(&key).unwrap();
        for test in group["tests"].as_array().unwrap() {
            let message = hex(test["msg"].as_str().unwrap());
            let signature = <[u8; 64]>::try_from(hex(test["sig"].as_str().unwrap()));
            let verifies = signature.is_ok_and(|signature| key.verifies(&message, &signature));
            assert_eq!(verifies, test["result"] == "valid", "{}: {}", test["tcId"], test["comment"]);
            *(if verifies { &mut valid } else { &mut invalid }) += 1;
        }
    }
    assert_eq!((valid, invalid), (88, 63), "the file says how many there are");
}

#[test]
fn what_other_libraries_sign_verifies_here() {
    let known = SigningKey::from_seed(&[1; 32]).verifying_key();
    let payload = include_bytes!("../../data/jws/manifest.json");
    for file in [
        include_bytes!("../../data/jws/jwcrypto.jws.json").as_slice(),
        include_bytes!("../../data/jws/jose.jws.json"),
    ] {
        let jws = Jws::read(file, Subject::Manifest).unwrap();
        assert_eq!(jws.verify(payload, |_| Some(known)), [Ok(known.id())]);
        assert_eq!(jws.verify(b"{}", |_| Some(known)), [Err(SignatureFault::Wrong(known.id()))]);
    }
}

#[test]
fn the_signature_that_other_libraries_verify_is_ours() {
    let mut jws = Jws::new(Subject::Manifest);
    jws.sign(&SigningKey::from_seed(&[1; 32]), include_bytes!("../../data/jws/manifest.json"));
    let written = String::from_utf8(jws.to_json()).unwrap();
    expect_file!["../../data/jws/ours.jws.json"].assert_eq(&written);
}

#[test]
fn a_key_that_protects_nothing_is_no_key() {
    // The neutral element, and a point of order 8 (RFC 8032's curve; listed in the paper "Taming the many EdDSAs").
    let mut neutral = [0; 32];
    neutral[0] = 1;
    assert_eq!(VerifyingKey::from_bytes(&neutral), Err(KeyFault::Weak));
    let eight = hex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a").try_into().unwrap();
    assert_eq!(VerifyingKey::from_bytes(&eight), Err(KeyFault::Weak));
}

#[test]
fn a_private_key_hides_from_debug() {
    let key = SigningKey::from_seed(&hex(SEED).try_into().unwrap());
    let shown = format!("{key:?} {:?}", key.seed());
    assert_eq!(shown, "SigningKey(kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k, …) Seed(…)");
}

quickcheck! {
    fn what_is_signed_verifies_and_nothing_else_does(seed: u64, payload: Vec<u8>, other: Vec<u8>) -> bool {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let key = SigningKey::from_seed(&bytes);
        let mut jws = Jws::new(Subject::Manifest);
        jws.sign(&key, &payload);
        let read = Jws::read(&jws.to_json(), Subject::Manifest).unwrap();
        let known = key.verifying_key();
        let signed_by = |payload: &[u8]| read.verify(payload, |_| Some(known)) == [Ok(known.id())];
        read == jws && signed_by(&payload) && (payload == other || !signed_by(&other))
    }
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().map(|digit| digit.to_digit(16).unwrap() as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}
