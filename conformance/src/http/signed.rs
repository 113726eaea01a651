//! Requests signed as the standard asks (RFC 9421), or with one departure from it.
//!
//! The lines are laid out here by the table of `docs/spec/exchange.md`, so that any of them can be left out or changed.

use base64ct::{Base64, Base64UrlUnpadded, Encoding};
use tongzhou::{signing::SigningKey, value::Sha256Digest};

use crate::case::{Party, Signing};

/// What is signed.
pub(super) struct Parts<'a> {
    pub(super) method: &'a str,
    pub(super) uri: &'a str,
    /// The type and the bytes of the body, where there is one.
    pub(super) content: Option<(&'a str, &'a [u8])>,
    /// Seconds since 1970.
    pub(super) now: i64,
    pub(super) nonce: [u8; 16],
}

/// The headers of a signed request, and the signature to which the answer is bound.
pub(super) struct Signed {
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) signature: Option<[u8; 64]>,
}

pub(super) fn sign(parts: &Parts<'_>, party: Party, how: &Signing) -> Signed {
    let mut headers = Vec::new();
    let digest = parts.content.map(|(_, body)| {
        let digested = if how.digest_of_another { b"{}".as_slice() } else { body };
        format!("sha-256=:{}:", Base64::encode_string(Sha256Digest::of(digested).as_bytes()))
    });
    headers.extend(digest.clone().map(|digest| ("content-digest", digest)));
    if how.missing {
        return Signed { headers, signature: None };
    }
    let uri = if how.elsewhere { elsewhere(parts.uri) } else { parts.uri.to_owned() };
    let media_type = parts.content.map(|(media_type, _)| media_type.to_owned());
    let mut lines = vec![("@method", parts.method.to_owned()), ("@target-uri", uri)];
    lines.extend(digest.map(|digest| ("content-digest", digest)));
    lines.extend(media_type.map(|media_type| ("content-type", media_type)));
    if let Some(covers) = &how.covers {
        let (authority, path) = authority_and_path(parts.uri);
        let value = |name: &'_ String| match name.as_str() {
            "@authority" => authority.to_owned(),
            "@path" => path.to_owned(),
            name => lines
                .iter()
                .find(|(line, _)| *line == name)
                .map_or_else(String::new, |(_, value)| value.clone()),
        };
        lines = covers.iter().map(|name| (name.as_str(), value(name))).collect();
    }
    let params = params(&lines, parts, party, how);
    let mut base = String::new();
    for (name, value) in &lines {
        base.push_str(&format!("\"{name}\": {value}\n"));
    }
    base.push_str(&format!("\"@signature-params\": {params}"));
    let key = party.key();
    let mut signature = key.sign(base.as_bytes());
    if how.bit {
        signature[0] ^= 1;
    }
    let label = how.label.as_deref().unwrap_or("tz");
    let member = |label: &str| format!("{label}=:{}:", Base64::encode_string(&signature));
    let (mut input, mut written) = (format!("{label}={params}"), member(label));
    if how.twice {
        input.push_str(&format!(", other={params}"));
        written.push_str(&format!(", {}", member("other")));
    }
    headers.push(("signature-input", input));
    headers.push(("signature", written));
    // To what is written in another way no answer can be bound.
    let bindable = how.label.is_none() && !how.twice;
    Signed { headers, signature: bindable.then_some(signature) }
}

fn params(lines: &[(&str, String)], parts: &Parts<'_>, party: Party, how: &Signing) -> String {
    let covered: Vec<String> = lines.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let created = parts.now.saturating_add(how.created);
    let expires = created.saturating_add(how.life.unwrap_or(LIFE));
    let mut params = format!("({});created={created};expires={expires}", covered.join(" "));
    if !how.no_nonce {
        params.push_str(&format!(";nonce=\"{}\"", Base64UrlUnpadded::encode_string(&parts.nonce)));
    }
    let named = how.key_of.unwrap_or(party);
    params.push_str(&format!(";keyid=\"{}\"", key_id(&named.key())));
    if how.alg {
        params.push_str(";alg=\"ed25519\"");
    }
    params.push_str(&format!(";tag=\"{}\"", how.tag.as_deref().unwrap_or("tz-api-v1")));
    params
}

fn key_id(key: &SigningKey) -> String {
    key.verifying_key().id().to_string()
}

fn authority_and_path(uri: &str) -> (&str, String) {
    let rest = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    (authority, format!("/{path}"))
}

/// The same path at a host that does not exist.
fn elsewhere(uri: &str) -> String {
    let path = uri.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    format!("https://elsewhere.example/{path}")
}

/// For how many seconds a signature is good.
const LIFE: i64 = 60;

#[cfg(test)]
mod tests {
    use tongzhou::{signing::KeyId, value::Instant};
    use tongzhou_exchange::signature::{ContentDigest, SignatureFault, SignedFields, verify_request};

    use super::{Parts, sign};
    use crate::case::{Party, Signing};

    const URI: &str = "https://registry.example/v1/notices/list";
    const BODY: &[u8] = br#"{"atMost":1}"#;
    const NOW: i64 = 1_790_000_000;

    /// What another implementation of the receiving side says.
    fn verified(how: &Signing) -> Result<(), SignatureFault> {
        let parts = Parts {
            method: "POST",
            uri: URI,
            content: Some(("application/json", BODY)),
            now: NOW,
            nonce: [7; 16],
        };
        let signed = sign(&parts, Party::A, how);
        let mut headers = vec![("content-type", "application/json".to_owned())];
        headers.extend(signed.headers);
        let fields = SignedFields::of(headers.iter().map(|(name, value)| (*name, value.as_bytes())))?;
        let known = |id: &KeyId| {
            [Party::A, Party::B]
                .map(|party| party.key().verifying_key())
                .into_iter()
                .find(|key| key.id() == *id)
        };
        let now = Instant::from_unix_seconds(NOW).unwrap();
        verify_request("POST", URI, &fields, ContentDigest::of(BODY), now, known).map(|_| ())
    }

    #[test]
    fn a_request_verifies_and_each_departure_does_not() {
        assert_eq!(verified(&Signing::default()), Ok(()));
        let covers = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
        for how in [
            Signing { missing: true, ..Signing::default() },
            Signing { created: -200, ..Signing::default() },
            Signing { created: 200, ..Signing::default() },
            Signing { life: Some(61), ..Signing::default() },
            Signing { tag: Some("web".into()), ..Signing::default() },
            Signing { label: Some("sig1".into()), ..Signing::default() },
            Signing { key_of: Some(Party::B), ..Signing::default() },
            Signing { key_of: Some(Party::Stranger), ..Signing::default() },
            Signing { elsewhere: true, ..Signing::default() },
            Signing { alg: true, ..Signing::default() },
            Signing { no_nonce: true, ..Signing::default() },
            Signing { covers: covers(&["@method", "@target-uri"]), ..Signing::default() },
            Signing {
                covers: covers(&["@target-uri", "@method", "content-digest", "content-type"]),
                ..Signing::default()
            },
            Signing { twice: true, ..Signing::default() },
            Signing { digest_of_another: true, ..Signing::default() },
            Signing { bit: true, ..Signing::default() },
        ] {
            assert!(verified(&how).is_err(), "{how:?}");
        }
    }
}
