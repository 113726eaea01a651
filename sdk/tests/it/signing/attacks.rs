//! What must be refused, each for its own reason.

use base64ct::{Base64UrlUnpadded, Encoding};
use quickcheck::quickcheck;
use serde_json::{Value, json};
use tongzhou::signing::{
    HeaderFault, Jws, JwsFault, KeyId, MAX_JWS_BYTES, MAX_SIGNATURES, SignatureFault, SigningKey, Subject,
    VerifyingKey,
};

const PAYLOAD: &[u8] = br#"{"standard": "tongzhou", "documentType": "manifest"}"#;

fn key(number: u8) -> SigningKey {
    SigningKey::from_seed(&[number; 32])
}

/// A sound file with one signature, by key 1.
fn sound() -> Value {
    let mut jws = Jws::new(Subject::Manifest);
    jws.sign(&key(1), PAYLOAD);
    serde_json::from_slice(&jws.to_json()).unwrap()
}

fn read(file: &Value) -> Result<Jws, JwsFault> {
    Jws::read(file.to_string().as_bytes(), Subject::Manifest)
}

fn fault(file: &Value) -> JwsFault {
    read(file).expect_err("the file is refused")
}

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    Base64UrlUnpadded::encode_string(bytes.as_ref())
}

/// A file whose one signature has this header, truly signed by key 1 as a library would that takes any header.
fn with_header(header: &str) -> Value {
    let protected = encoded(header);
    let seed: [u8; 32] = [1; 32];
    let signer = ed25519_dalek::SigningKey::from_bytes(&seed);
    let message = format!("{protected}.{}", encoded(PAYLOAD));
    let signature = ed25519_dalek::Signer::sign(&signer, message.as_bytes());
    json!({ "signatures": [{ "protected": protected, "signature": encoded(signature.to_bytes()) }] })
}

/// The sound header with members put in or replaced.
fn header(change: Value) -> String {
    let mut header = json!({
        "alg": "EdDSA", "kid": key(1).verifying_key().id().to_string(), "typ": "tongzhou-manifest+jws",
    });
    for (name, value) in change.as_object().unwrap() {
        header[name] = value.clone();
    }
    header.to_string()
}

fn header_fault(header: &str) -> HeaderFault {
    match fault(&with_header(header)) {
        JwsFault::Header(0, fault) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_sound_file_is_read_and_so_is_the_newer_name_of_the_algorithm() {
    let known = key(1).verifying_key();
    for file in [sound(), with_header(&header(json!({}))), with_header(&header(json!({ "alg": "Ed25519" })))]
    {
        let verdicts = read(&file).unwrap().verify(PAYLOAD, |id| (*id == known.id()).then_some(known));
        assert_eq!(verdicts, [Ok(known.id())]);
    }
}

#[test]
fn no_algorithm_but_ed25519_is_taken() {
    for none in ["none", "None", "nOnE", "NONE"] {
        assert_eq!(header_fault(&header(json!({ "alg": none }))), HeaderFault::AlgorithmNone);
    }
    // HS256 with the public key as the secret is the classic confusion; RS256 and ES256 are other keys.
    for other in
        [json!("HS256"), json!("RS256"), json!("ES256"), json!("eddsa"), json!("Ed448"), json!(7), json!([])]
    {
        assert_eq!(
            header_fault(&header(json!({ "alg": other }))),
            HeaderFault::AlgorithmNotAllowed,
            "{other}"
        );
    }
    assert_eq!(header_fault(r#"{"typ": "tongzhou-manifest+jws"}"#), HeaderFault::AlgorithmMissing);
}

#[test]
fn no_key_is_taken_from_a_header() {
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": key(1).verifying_key().to_string() });
    for (name, value) in [
        ("jwk", jwk),
        ("jku", json!("https://keys.example.org/keys")),
        ("x5u", json!("https://keys.example.org/chain")),
        ("x5c", json!(["AAAA"])),
        ("x5t", json!("AAAA")),
        ("x5t#S256", json!("AAAA")),
    ] {
        assert_eq!(header_fault(&header(json!({ name: value }))), HeaderFault::BringsKey, "{name}");
    }
}

#[test]
fn extensions_doubles_and_strangers_in_a_header_are_refused() {
    assert_eq!(header_fault(&header(json!({ "crit": ["exp"], "exp": 1 }))), HeaderFault::Critical);
    assert_eq!(header_fault(&header(json!({ "crit": [] }))), HeaderFault::Critical);
    assert_eq!(header_fault(&header(json!({ "b64": false }))), HeaderFault::Critical);
    assert_eq!(header_fault(&header(json!({ "iat": 1 }))), HeaderFault::OtherMember);
    let twice = header(json!({})).replacen('{', r#"{"alg":"none","#, 1);
    assert_eq!(header_fault(&twice), HeaderFault::MemberTwice);
    // The same name, written with an escape.
    let escaped = header(json!({})).replacen('{', r#"{"\u0061lg":"none","#, 1);
    assert_eq!(header_fault(&escaped), HeaderFault::MemberTwice);
    for no_object in ["", "[]", "null", "{", "\"EdDSA\"", "\u{feff}{}"] {
        assert_eq!(header_fault(no_object), HeaderFault::NotAnObject, "{no_object}");
    }
}

#[test]
fn a_signature_for_another_kind_of_document_does_not_count() {
    for typ in [json!("tongzhou-directory+jws"), json!("JWT"), json!(null)] {
        assert_eq!(header_fault(&header(json!({ "typ": typ }))), HeaderFault::Type);
    }
    let file = sound().to_string();
    let fault = Jws::read(file.as_bytes(), Subject::Directory).unwrap_err();
    assert_eq!(fault, JwsFault::Header(0, HeaderFault::Type));
}

#[test]
fn a_key_is_named_in_one_form() {
    for kid in [json!("1"), json!(1), json!(""), json!(format!("{}=", key(1).verifying_key().id()))] {
        assert_eq!(header_fault(&header(json!({ "kid": kid }))), HeaderFault::KeyId, "{kid}");
    }
}

#[test]
fn what_is_not_signed_cannot_override() {
    let mut file = sound();
    file["signatures"][0]["header"] = json!({ "alg": "none" });
    assert_eq!(fault(&file), JwsFault::UnprotectedHeader(0));
    let mut file = sound();
    file["payload"] = json!(encoded(PAYLOAD));
    assert_eq!(fault(&file), JwsFault::PayloadInside);
    file["payload"] = json!("");
    assert_eq!(fault(&file), JwsFault::PayloadInside);
}

#[test]
fn base64_is_taken_in_one_form_only() {
    let padded = |text: &str| format!("{text}==");
    let standard = |text: &str| format!("+/{}", &text[2..]);
    let blank = |text: &str| format!("{}\n{}", &text[..8], &text[8..]);
    // 64 bytes leave four bits in the last character that say nothing; set, they would make a second writing.
    let loose =
        |text: &str| format!("{}{}", &text[..text.len() - 1], if text.ends_with('A') { 'B' } else { '_' });
    let changes: [&dyn Fn(&str) -> String; 4] = [&padded, &standard, &blank, &loose];
    for change in changes {
        let mut file = sound();
        let written = file["signatures"][0]["signature"].as_str().unwrap().to_owned();
        file["signatures"][0]["signature"] = json!(change(&written));
        assert_eq!(fault(&file), JwsFault::Base64(0));
    }
    for change in &changes[..3] {
        let mut file = sound();
        let written = file["signatures"][0]["protected"].as_str().unwrap().to_owned();
        file["signatures"][0]["protected"] = json!(change(&written));
        assert_eq!(fault(&file), JwsFault::Base64(0));
    }
}

#[test]
fn empty_cut_and_lengthened_signatures_are_refused() {
    for length in [0, 1, 32, 63, 65, 128] {
        let mut file = sound();
        file["signatures"][0]["signature"] = json!(encoded(vec![7; length]));
        assert_eq!(fault(&file), JwsFault::Length(0), "{length}");
    }
}

#[test]
fn a_file_has_one_form() {
    let signature = sound()["signatures"][0].clone();
    for form in [
        json!({}),
        json!({ "signatures": {} }),
        json!({ "signatures": [7] }),
        json!({ "signatures": [{}] }),
        json!({ "signatures": [signature], "comment": "" }),
        // The flattened serialization.
        signature.clone(),
    ] {
        assert_eq!(fault(&form), JwsFault::Form, "{form}");
    }
    let mut more = sound();
    more["signatures"][0]["comment"] = json!("");
    assert_eq!(fault(&more), JwsFault::Form);
    assert_eq!(fault(&json!({ "signatures": [] })), JwsFault::NoSignature);
    assert_eq!(fault(&json!({ "signatures": vec![signature; MAX_SIGNATURES + 1] })), JwsFault::TooMany);
    let refused = |bytes: &[u8]| Jws::read(bytes, Subject::Manifest).unwrap_err();
    // The compact serialization is no JSON.
    for no_object in [b"a..b".as_slice(), b"", b"[]", b"null", b"\xff"] {
        assert_eq!(refused(no_object), JwsFault::NotAnObject);
    }
    assert_eq!(refused(&vec![b' '; MAX_JWS_BYTES + 1]), JwsFault::TooLarge);
    let twice = sound().to_string().replacen("{\"protected\"", "{\"protected\":\"\",\"protected\"", 1);
    assert_eq!(refused(twice.as_bytes()), JwsFault::MemberTwice);
}

#[test]
fn one_key_signs_once() {
    let mut jws = Jws::new(Subject::Manifest);
    jws.sign(&key(1), PAYLOAD);
    jws.sign(&key(2), PAYLOAD);
    jws.sign(&key(1), PAYLOAD);
    assert_eq!(jws.keys().count(), 2, "signing again makes the signature anew");
    let mut file: Value = serde_json::from_slice(&jws.to_json()).unwrap();
    let first = file["signatures"][0].clone();
    file["signatures"].as_array_mut().unwrap().push(first);
    assert_eq!(fault(&file), JwsFault::KeyTwice(2));
}

#[test]
fn each_of_several_signatures_has_its_own_verdict() {
    let mut jws = Jws::new(Subject::Manifest);
    for number in [1, 2, 3] {
        jws.sign(&key(number), PAYLOAD);
    }
    let mut file: Value = serde_json::from_slice(&jws.to_json()).unwrap();
    // The second says what the first signed.
    file["signatures"][1]["signature"] = file["signatures"][0]["signature"].clone();
    let known = |id: &KeyId| -> Option<VerifyingKey> {
        [1, 2].into_iter().map(|number| key(number).verifying_key()).find(|key| key.id() == *id)
    };
    let id = |number| key(number).verifying_key().id();
    let verdicts = read(&file).unwrap().verify(PAYLOAD, known);
    let expected = [Ok(id(1)), Err(SignatureFault::Wrong(id(2))), Err(SignatureFault::UnknownKey(id(3)))];
    assert_eq!(verdicts, expected);
}

#[test]
fn a_directory_that_gives_another_key_than_the_one_asked_for_is_not_believed() {
    let other = key(2).verifying_key();
    let verdicts = read(&sound()).unwrap().verify(PAYLOAD, |_| Some(other));
    assert_eq!(verdicts, [Err(SignatureFault::UnknownKey(key(1).verifying_key().id()))]);
}

quickcheck! {
    fn any_bytes_are_judged_without_fault(bytes: Vec<u8>) -> bool {
        Jws::read(&bytes, Subject::Manifest).is_err()
    }

    fn a_changed_byte_is_noticed_or_changes_nothing(place: usize, by: u8) -> bool {
        let mut jws = Jws::new(Subject::Manifest);
        jws.sign(&key(1), PAYLOAD);
        let mut bytes = jws.to_json();
        let place = place % bytes.len();
        bytes[place] ^= by.max(1);
        let known = key(1).verifying_key();
        match Jws::read(&bytes, Subject::Manifest) {
            Err(_) => true,
            Ok(read) => read == jws || read.verify(PAYLOAD, |_| Some(known)).iter().all(Result::is_err),
        }
    }
}
