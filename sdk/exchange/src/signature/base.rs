//! What is signed: one line for each component, and the parameters (RFC 9421, section 2.5).

/// A component: its identifier as it is written in the list, and its value.
pub(super) type Component<'a> = (&'static str, &'a str);

/// The list of the components, `("@method" …)`.
pub(super) fn covered(components: &[Component<'_>]) -> String {
    let identifiers: Vec<&str> = components.iter().map(|(identifier, _)| *identifier).collect();
    format!("({})", identifiers.join(" "))
}

/// The bytes that are signed. No value holds a line break; see [`is_signable`].
pub(super) fn signature_base(components: &[Component<'_>], params: &str) -> Vec<u8> {
    let mut base = String::new();
    for (identifier, value) in components {
        base.push_str(identifier);
        base.push_str(": ");
        base.push_str(value);
        base.push('\n');
    }
    base.push_str("\"@signature-params\": ");
    base.push_str(params);
    base.into_bytes()
}

/// Whether a value can be signed: visible characters of ASCII, with spaces only between them, and not empty. So no
/// value can begin a line of its own.
pub(super) fn is_signable(value: &str) -> bool {
    let visible = value.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic());
    visible && !value.is_empty() && !value.starts_with(' ') && !value.ends_with(' ')
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64, Base64UrlUnpadded, Encoding};
    use tongzhou::signing::{SigningKey, VerifyingKey};

    use super::{Component, covered, signature_base};

    /// RFC 9421, appendix B.2.6; the message is the `test-request` of appendix B.2.
    const COMPONENTS: [Component<'_>; 6] = [
        ("\"date\"", "Tue, 20 Apr 2021 02:07:55 GMT"),
        ("\"@method\"", "POST"),
        ("\"@path\"", "/foo"),
        ("\"@authority\"", "example.com"),
        ("\"content-type\"", "application/json"),
        ("\"content-length\"", "18"),
    ];
    const PARAMS: &str = concat!(
        r#"("date" "@method" "@path" "@authority" "content-type" "content-length")"#,
        r#";created=1618884473;keyid="test-key-ed25519""#
    );
    const BASE: &str = concat!(
        "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n",
        "\"@method\": POST\n",
        "\"@path\": /foo\n",
        "\"@authority\": example.com\n",
        "\"content-type\": application/json\n",
        "\"content-length\": 18\n",
        "\"@signature-params\": (\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")",
        ";created=1618884473;keyid=\"test-key-ed25519\""
    );
    const SIGNATURE: &str =
        "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";
    /// Appendix B.1.4.
    const PUBLIC: &str = "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs";
    const PRIVATE: &str = "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU";

    #[test]
    fn the_base_of_the_published_example_is_built() {
        assert_eq!(String::from_utf8(signature_base(&COMPONENTS, PARAMS)).unwrap(), BASE);
        assert!(PARAMS.starts_with(&covered(&COMPONENTS)));
    }

    #[test]
    fn the_published_signature_verifies_and_is_made_again() {
        let mut signature = [0; 64];
        Base64::decode(SIGNATURE, &mut signature).unwrap();
        let base = signature_base(&COMPONENTS, PARAMS);
        let public: VerifyingKey = PUBLIC.parse().unwrap();
        assert!(public.verifies(&base, &signature));

        let mut seed = [0; 32];
        Base64UrlUnpadded::decode(PRIVATE, &mut seed).unwrap();
        let private = SigningKey::from_seed(&seed);
        assert_eq!(private.verifying_key(), public);
        assert_eq!(private.sign(&base), signature);
    }

    #[test]
    fn the_published_signature_fits_nothing_else() {
        let mut signature = [0; 64];
        Base64::decode(SIGNATURE, &mut signature).unwrap();
        let public: VerifyingKey = PUBLIC.parse().unwrap();
        let mut components = COMPONENTS;
        components[2] = ("\"@path\"", "/fop");
        assert!(!public.verifies(&signature_base(&components, PARAMS), &signature));
        assert!(!public.verifies(&signature_base(&COMPONENTS[1..], PARAMS), &signature));
    }
}
