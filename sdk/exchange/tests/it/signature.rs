//! Signatures of requests and answers: what verifies, and what is refused, each for its own reason.

use quickcheck::{TestResult, quickcheck};
use tongzhou::{
    signing::{SigningKey, VerifyingKey},
    value::Instant,
};
use tongzhou_exchange::{
    problem::ProblemKind,
    signature::{
        AnswerParts, Content, ContentDigest, Nonce, RequestParts, RequestSignature, SignatureFault,
        SignedFields, VerifiedRequest, sign_answer, sign_request, verify_answer, verify_head, verify_request,
    },
};

const URI: &str = "https://registry.example/v1/claims/reserve";
const TYPE: &str = "application/json";
const BODY: &[u8] = br#"{"claimId": "019a0000-0000-7000-8000-000000000001"}"#;

fn key(number: u8) -> SigningKey {
    SigningKey::from_seed(&[number; 32])
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn now() -> Instant {
    at("2026-10-01T08:00:00Z")
}

fn known(number: u8) -> impl Fn(&tongzhou::signing::KeyId) -> Option<VerifyingKey> {
    let known = key(number).verifying_key();
    move |id| (*id == known.id()).then_some(known)
}

/// A request as it travels, to be changed by a test.
#[derive(Clone)]
struct Sent {
    method: String,
    uri: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    signature: RequestSignature,
}

impl Sent {
    fn sound() -> Self {
        Self::with(Some("019a0000-0000-7000-8000-000000000001"))
    }

    fn with(idempotency_key: Option<&str>) -> Self {
        let content = Content { media_type: TYPE, digest: ContentDigest::of(BODY) };
        let parts = RequestParts { method: "POST", target_uri: URI, content: Some(content), idempotency_key };
        let signed = sign_request(&parts, &key(1), now(), Nonce::from([5; 16])).unwrap();
        let mut headers: Vec<(String, String)> =
            signed.headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        headers.push(("Content-Type".to_owned(), TYPE.to_owned()));
        headers.extend(idempotency_key.map(|key| ("Idempotency-Key".to_owned(), key.to_owned())));
        Self {
            method: "POST".into(),
            uri: URI.into(),
            headers,
            body: BODY.into(),
            signature: signed.signature,
        }
    }

    fn header(&mut self, name: &str) -> &mut String {
        &mut self.headers.iter_mut().find(|(other, _)| other.eq_ignore_ascii_case(name)).unwrap().1
    }

    fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
        self
    }

    fn replaced(mut self, name: &str, old: &str, new: &str) -> Self {
        let header = self.header(name);
        assert!(header.contains(old), "{header}");
        *header = header.replacen(old, new, 1);
        self
    }

    fn verify_at(&self, now: Instant) -> Result<VerifiedRequest, SignatureFault> {
        let fields =
            SignedFields::of(self.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())))?;
        let digest = ContentDigest::of(&self.body);
        verify_request(&self.method, &self.uri, &fields, digest, now, known(1))
    }

    fn fault(&self) -> SignatureFault {
        self.verify_at(now()).expect_err("it is refused")
    }
}

/// A request that says this of itself and is truly signed by key 1, as a library would that signs anything.
fn foreign(covered: &str, params: &str, lines: &str) -> Sent {
    let mut sent = Sent::with(None);
    let base = format!("{lines}\"@signature-params\": {covered}{params}");
    let signature = RequestSignature::from(key(1).sign(base.as_bytes()));
    *sent.header("signature-input") = format!("tz={covered}{params}");
    *sent.header("signature") = signature.to_string();
    sent
}

const COVERED: &str = r#"("@method" "@target-uri" "content-digest" "content-type")"#;

fn lines() -> String {
    let digest = ContentDigest::of(BODY);
    format!(
        "\"@method\": POST\n\"@target-uri\": {URI}\n\"content-digest\": {digest}\n\"content-type\": {TYPE}\n"
    )
}

fn params() -> String {
    let id = key(1).verifying_key().id();
    format!(
        ";created=1790841600;expires=1790841660;nonce=\"BQUFBQUFBQUFBQUFBQUFBQ\";keyid=\"{id}\";tag=\"tz-api-v1\""
    )
}

#[test]
fn a_signed_request_verifies_and_says_who_and_when() {
    let verified = Sent::sound().verify_at(now()).unwrap();
    assert_eq!(verified.key, key(1).verifying_key().id());
    assert_eq!((verified.created, verified.expires), (1_790_841_600, 1_790_841_660));
    assert_eq!(verified.nonce, Nonce::from([5; 16]));
    Sent::with(None).verify_at(now()).unwrap();
}

// covers: REQ-EXC-010
#[test]
fn a_request_is_written_exactly_so() {
    let mut sent = Sent::with(None);
    assert_eq!(*sent.header("signature-input"), format!("tz={COVERED}{}", params()));
    // Built here from the text of the standard alone.
    let foreign = foreign(COVERED, &params(), &lines());
    assert_eq!(sent.headers, foreign.headers);
    foreign.verify_at(now()).unwrap();
}

#[test]
fn a_request_without_a_body_covers_method_and_address() {
    let parts = RequestParts { method: "GET", target_uri: URI, content: None, idempotency_key: None };
    let signed = sign_request(&parts, &key(1), now(), Nonce::from([5; 16])).unwrap();
    let headers: Vec<_> = signed.headers.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
    assert_eq!(headers.len(), 2);
    let fields = SignedFields::of(headers).unwrap();
    let verify = |body: &[u8]| verify_request("GET", URI, &fields, ContentDigest::of(body), now(), known(1));
    verify(b"").unwrap();
    assert_eq!(verify(b"something"), Err(SignatureFault::DigestMissing));
}

#[test]
fn a_body_can_be_read_after_the_signature_was_verified() {
    let sent = Sent::sound();
    let fields =
        SignedFields::of(sent.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()))).unwrap();
    let unread = verify_head("POST", URI, &fields, now(), known(1)).unwrap();
    assert_eq!(unread.with_body(ContentDigest::of(b"{}")), Err(SignatureFault::Digest));
    unread.with_body(ContentDigest::of(BODY)).unwrap();
}

// covers: REQ-EXC-010
#[test]
fn what_is_not_signed_is_called_so() {
    assert_eq!(Sent::sound().without("signature").fault(), SignatureFault::Missing);
    assert_eq!(Sent::sound().without("signature-input").fault(), SignatureFault::Missing);
    assert_eq!(SignatureFault::Missing.problem(), ProblemKind::SignatureMissing);
}

// covers: REQ-EXC-010, REQ-EXC-011
#[test]
fn every_part_that_is_covered_is_held_against_the_signature() {
    let id = key(1).verifying_key().id();
    let mut method = Sent::sound();
    method.method = "PUT".into();
    let mut uri = Sent::sound();
    uri.uri = URI.replace("registry", "registrar");
    let mut body = Sent::sound();
    body.body.push(b' ');
    let mut key = Sent::sound();
    key.header("idempotency-key").push('0');
    let mut media = Sent::sound();
    *media.header("content-type") = "application/xml".into();
    let mut digest = Sent::sound();
    *digest.header("content-digest") = ContentDigest::of(b"{}").to_string();
    for changed in [method, uri, key, media, digest] {
        assert_eq!(changed.fault(), SignatureFault::Wrong(id));
    }
    assert_eq!(body.fault(), SignatureFault::Digest);
    // A header that is put in or taken away changes what has to be covered.
    assert_eq!(Sent::sound().without("idempotency-key").fault(), SignatureFault::Components);
    assert_eq!(Sent::sound().without("content-digest").fault(), SignatureFault::DigestMissing);
    assert_eq!(Sent::sound().without("content-type").fault(), SignatureFault::ContentTypeMissing);
    let mut added = Sent::with(None);
    added.headers.push(("idempotency-key".into(), "1".into()));
    assert_eq!(added.fault(), SignatureFault::Components);
}

#[test]
fn a_signed_header_comes_once_and_in_visible_characters() {
    for name in ["content-type", "content-digest", "idempotency-key", "signature", "signature-input"] {
        let mut sent = Sent::sound();
        let value = sent.header(name).clone();
        sent.headers.push((name.to_ascii_uppercase(), value));
        assert_eq!(sent.fault(), SignatureFault::HeaderTwice, "{name}");
        for value in ["a\nb", "é", "", "\u{7f}"] {
            let mut sent = Sent::sound();
            *sent.header(name) = value.into();
            assert_eq!(sent.fault(), SignatureFault::Characters, "{name}");
        }
    }
    let mut uri = Sent::sound();
    uri.uri.push('\n');
    assert_eq!(uri.fault(), SignatureFault::Characters);
}

// covers: REQ-EXC-010
#[test]
fn other_coverage_than_the_one_is_refused_although_truly_signed() {
    for covered in [
        r#"("@method" "@target-uri" "content-digest")"#,
        r#"("@target-uri" "@method" "content-digest" "content-type")"#,
        r#"("@method" "@target-uri" "content-digest" "content-type" "date")"#,
        r#"("@method" "@path" "content-digest" "content-type")"#,
        r#"("@method"  "@target-uri" "content-digest" "content-type")"#,
        r#"("@method" "@target-uri" "content-digest" "content-type";sf)"#,
        "()",
    ] {
        assert_eq!(foreign(covered, &params(), &lines()).fault(), SignatureFault::Components, "{covered}");
    }
    assert_eq!(foreign("@method)", &params(), "").fault(), SignatureFault::InputForm);
}

#[test]
fn other_parameters_than_those_are_refused_although_truly_signed() {
    let change = |old: &str, new: &str| {
        let params = params();
        assert!(params.contains(old), "{params}");
        foreign(COVERED, &params.replacen(old, new, 1), &lines()).fault()
    };
    let id = key(1).verifying_key().id().to_string();
    assert_eq!(change(";created=1790841600", ""), SignatureFault::ParameterMissing);
    assert_eq!(change(";expires=1790841660", ""), SignatureFault::ParameterMissing);
    assert_eq!(change(";nonce=\"BQUFBQUFBQUFBQUFBQUFBQ\"", ""), SignatureFault::ParameterMissing);
    assert_eq!(change(&format!(";keyid=\"{id}\""), ""), SignatureFault::ParameterMissing);
    assert_eq!(change(";tag=\"tz-api-v1\"", ""), SignatureFault::ParameterMissing);
    assert_eq!(change(";tag=", ";alg=\"ed25519\";tag="), SignatureFault::Algorithm);
    assert_eq!(change(";tag=", ";alg=\"none\";tag="), SignatureFault::Algorithm);
    assert_eq!(change(";tag=", ";x=1;tag="), SignatureFault::OtherParameter);
    assert_eq!(change(";tag=", ";created=1790841600;tag="), SignatureFault::OtherParameter);
    assert_eq!(change("tz-api-v1", "tz-api-v2"), SignatureFault::Tag);
    assert_eq!(change("BQUFBQUFBQUFBQUFBQUFBQ", "BQUFBQUFBQUFBQUFBQUFBR"), SignatureFault::NonceForm);
    assert_eq!(change("BQUFBQUFBQUFBQUFBQUFBQ", "BQUFBQ"), SignatureFault::NonceForm);
    assert_eq!(change(&id, "test-key-ed25519"), SignatureFault::KeyIdForm);
    assert_eq!(change("1790841600", "01790841600"), SignatureFault::InputForm);
    assert_eq!(change("1790841600", "-1790841600"), SignatureFault::InputForm);
    assert_eq!(change("1790841600", "1790841600.0"), SignatureFault::InputForm);
    assert_eq!(change("1790841600", "1790841600 "), SignatureFault::InputForm);
    assert_eq!(change("\"tz-api-v1\"", "tz-api-v1"), SignatureFault::InputForm);
    // The order is a part of the form.
    let swapped =
        params().replace(";created=1790841600;expires=1790841660", ";expires=1790841660;created=1790841600");
    assert_eq!(foreign(COVERED, &swapped, &lines()).fault(), SignatureFault::InputForm);
}

// covers: REQ-EXC-010
#[test]
fn the_headers_hold_one_signature_of_one_label() {
    assert_eq!(Sent::sound().replaced("signature-input", "tz=", "sig1=").fault(), SignatureFault::Label);
    assert_eq!(Sent::sound().replaced("signature", "tz=", "sig1=").fault(), SignatureFault::Label);
    assert_eq!(Sent::sound().replaced("signature", "tz=:", "tz=").fault(), SignatureFault::SignatureForm);
    assert_eq!(Sent::sound().replaced("signature", "==:", ":").fault(), SignatureFault::SignatureForm);
    let mut two = Sent::sound();
    let second = two.header("signature-input").replacen("tz=", ", other=", 1);
    two.header("signature-input").push_str(&second);
    assert!(matches!(two.fault(), SignatureFault::OtherParameter | SignatureFault::InputForm));
}

#[test]
fn only_the_one_digest_is_known() {
    for digest in ["sha-512=:AAAA:", "sha-256=AAAA", "sha-256=:AAAA:", "sha-256=::", "SHA-256=:AAAA:"] {
        let covered = lines().replacen(&ContentDigest::of(BODY).to_string(), digest, 1);
        let mut sent = foreign(COVERED, &params(), &covered);
        *sent.header("content-digest") = digest.into();
        assert_eq!(sent.fault(), SignatureFault::DigestForm, "{digest}");
    }
}

// covers: REQ-EXC-012
#[test]
fn a_signature_is_good_for_a_minute_and_clocks_may_differ_by_one() {
    let sent = Sent::sound();
    for good in ["2026-10-01T07:59:00Z", "2026-10-01T08:01:00Z"] {
        sent.verify_at(at(good)).unwrap();
    }
    assert_eq!(sent.verify_at(at("2026-10-01T07:58:59Z")), Err(SignatureFault::TooNew));
    assert_eq!(sent.verify_at(at("2026-10-01T08:01:01Z")), Err(SignatureFault::TooOld));
    assert_eq!(SignatureFault::TooOld.problem(), ProblemKind::SignatureStale);

    let life = |expires: &str| {
        foreign(COVERED, &params().replacen("1790841660", expires, 1), &lines()).verify_at(now())
    };
    life("1790841601").unwrap();
    assert_eq!(life("1790841661"), Err(SignatureFault::Life));
    assert_eq!(life("1790841600"), Err(SignatureFault::Life));
    assert_eq!(life("999999999999999"), Err(SignatureFault::Life));
}

// covers: REQ-EXC-014
#[test]
fn a_key_that_nobody_has_and_one_that_was_not_asked_for_are_refused() {
    let sent = Sent::sound();
    let fields =
        SignedFields::of(sent.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()))).unwrap();
    let id = key(1).verifying_key().id();
    let fault = verify_head("POST", URI, &fields, now(), |_| None).unwrap_err();
    assert_eq!((fault, fault.problem()), (SignatureFault::UnknownKey(id), ProblemKind::NotAMember));
    let other = verify_head("POST", URI, &fields, now(), |_| Some(key(2).verifying_key()));
    assert_eq!(other.unwrap_err(), SignatureFault::UnknownKey(id));
}

// covers: REQ-EXC-016, REQ-EXC-017
#[test]
fn an_answer_belongs_to_its_request_and_to_no_other() {
    let request = Sent::sound();
    let body = br#"{"fence": 1}"#;
    let content = Content { media_type: TYPE, digest: ContentDigest::of(body) };
    let parts = AnswerParts { status: 200, content, to: &request.signature };
    let headers = sign_answer(&parts, &key(2), now()).unwrap();
    let mut all: Vec<(&str, &[u8])> = headers.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
    all.push(("content-type", TYPE.as_bytes()));
    let fields = SignedFields::of(all).unwrap();
    let digest = ContentDigest::of(body);
    let id = key(2).verifying_key().id();

    let verified = verify_answer(200, &fields, digest, &request.signature, known(2)).unwrap();
    assert_eq!((verified.key, verified.created), (id, 1_790_841_600));
    let other = RequestSignature::from([0; 64]);
    assert_eq!(verify_answer(200, &fields, digest, &other, known(2)), Err(SignatureFault::Wrong(id)));
    assert_eq!(
        verify_answer(409, &fields, digest, &request.signature, known(2)),
        Err(SignatureFault::Wrong(id))
    );
    let unknown = Err(SignatureFault::UnknownKey(id));
    assert_eq!(verify_answer(200, &fields, digest, &request.signature, known(1)), unknown);
    let body = ContentDigest::of(b"{}");
    assert_eq!(verify_answer(200, &fields, body, &request.signature, known(2)), Err(SignatureFault::Digest));
    // What was sent to us is no answer to us, and an answer is no request.
    let echoed =
        SignedFields::of(request.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())))
            .unwrap();
    let echoed = verify_answer(200, &echoed, ContentDigest::of(BODY), &request.signature, known(1));
    assert_eq!(echoed, Err(SignatureFault::Components));
    let back = verify_request("POST", URI, &fields, digest, now(), known(2));
    assert_eq!(back, Err(SignatureFault::Components));
}

#[test]
fn what_cannot_stand_in_a_header_is_not_signed() {
    let mut parts = RequestParts { method: "GET", target_uri: URI, content: None, idempotency_key: None };
    for uri in ["", " ", "https://registry.example/\n", "https://registry.example/登记"] {
        parts.target_uri = uri;
        let signed = sign_request(&parts, &key(1), now(), Nonce::from([5; 16]));
        assert_eq!(signed, Err(SignatureFault::Characters), "{uri:?}");
    }
}

quickcheck! {
    fn whatever_byte_is_changed_the_request_is_refused(place: usize, offset: usize, change: u8) -> TestResult {
        let mut sent = Sent::sound();
        let mut parts: Vec<&mut String> = vec![&mut sent.method, &mut sent.uri];
        parts.extend(sent.headers.iter_mut().map(|(_, value)| value));
        let count = parts.len() + 1;
        match parts.into_iter().nth(place % count) {
            Some(text) => {
                let mut bytes = text.clone().into_bytes();
                let at = offset % bytes.len();
                bytes[at] ^= change;
                match String::from_utf8(bytes) {
                    Ok(changed) => *text = changed,
                    Err(_) => return TestResult::discard(),
                }
            }
            None => {
                let at = offset % sent.body.len();
                sent.body[at] ^= change;
            }
        }
        if change == 0 { TestResult::discard() } else { TestResult::from_bool(sent.verify_at(now()).is_err()) }
    }

    fn whatever_stands_in_the_headers_nothing_panics(input: String, signature: String, digest: String) -> bool {
        let sent = Sent::sound();
        [("signature-input", &input), ("signature", &signature), ("content-digest", &digest)].into_iter().all(|(name, value)| {
            let mut changed = sent.clone();
            *changed.header(name) = format!("tz={value}");
            changed.verify_at(now()).is_err()
        })
    }

    fn whatever_is_signed_verifies(idempotency_key: Option<u64>, seed: u8, nonce: u128, seconds: u32, body: Vec<u8>) -> bool {
        let now = Instant::from_unix_seconds(i64::from(seconds)).unwrap();
        let written = idempotency_key.map(|key| key.to_string());
        let digest = ContentDigest::of(&body);
        let content = Some(Content { media_type: TYPE, digest });
        let parts = RequestParts { method: "POST", target_uri: URI, content, idempotency_key: written.as_deref() };
        let nonce = Nonce::from(nonce.to_be_bytes());
        let signed = sign_request(&parts, &key(seed), now, nonce).unwrap();
        let mut headers: Vec<(&str, &[u8])> = signed.headers.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
        headers.push(("content-type", TYPE.as_bytes()));
        headers.extend(written.iter().map(|key| ("idempotency-key", key.as_bytes())));
        let fields = SignedFields::of(headers).unwrap();
        let verified = verify_request("POST", URI, &fields, digest, now, known(seed)).unwrap();
        verified.nonce == nonce && verified.signature == signed.signature && verified.created == i64::from(seconds)
    }
}
