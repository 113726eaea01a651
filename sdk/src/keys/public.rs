//! The public halves of a key file: what is handed to the secretariat.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::sealing::Recipient;
use crate::{json, signing::VerifyingKey};

/// The public halves of the keys in one file.
///
/// ```
/// use tongzhou::keys::{PrivateKeys, PublicKeys};
///
/// // Handed to the secretariat; the private halves stay where they are.
/// let file = PrivateKeys::with_fresh_opening(None).public().to_json();
/// let keys = PublicKeys::from_json(file.as_bytes())?;
/// assert!(keys.recipient.is_some_and(|recipient| recipient.starts_with("age1")));
/// # Ok::<(), tongzhou::keys::PublicKeysFault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKeys {
    /// The key with which signatures are checked.
    pub signing: Option<VerifyingKey>,
    /// The recipient of age to whom packages are sealed, `age1…`.
    pub recipient: Option<String>,
}

/// Why bytes are no public keys.
///
/// ```
/// use tongzhou::keys::{PublicKeys, PublicKeysFault};
///
/// assert_eq!(PublicKeys::from_json(b"{}"), Err(PublicKeysFault::Form));
/// assert_eq!(PublicKeys::from_json(br#"{"recipient": "age1"}"#), Err(PublicKeysFault::Recipient));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PublicKeysFault {
    /// They are not of the form.
    #[error("this is no file of public keys")]
    Form,
    /// A key is none.
    #[error("a public key is none")]
    Key,
    /// A key is called by the name of another.
    #[error("a public key is called by the name of another")]
    KeyId,
    /// A recipient of age is none.
    #[error("a recipient of age is none")]
    Recipient,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    key_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recipient: Option<String>,
}

impl PublicKeys {
    /// The file.
    pub fn to_json(&self) -> String {
        let written = Written {
            key_id: self.signing.map(|key| key.id().to_string()),
            public_key: self.signing.map(|key| key.to_string()),
            recipient: self.recipient.clone(),
        };
        let mut text = serde_json::to_string_pretty(&written).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads what [`to_json`](Self::to_json) has written.
    ///
    /// # Errors
    /// Where it is anything else, or a key is none or not the one it is called.
    pub fn from_json(bytes: &[u8]) -> Result<Self, PublicKeysFault> {
        let written: Written = json::from_slice(bytes).map_err(|_| PublicKeysFault::Form)?;
        let signing = match (written.public_key, written.key_id) {
            (None, None) => None,
            (Some(key), id) => {
                let key: VerifyingKey = key.parse().map_err(|_| PublicKeysFault::Key)?;
                if id.is_some_and(|id| id != key.id().to_string()) {
                    return Err(PublicKeysFault::KeyId);
                }
                Some(key)
            }
            (None, Some(_)) => return Err(PublicKeysFault::Form),
        };
        let sound = |text: &String| text.parse::<Recipient>().is_ok();
        if written.recipient.as_ref().is_some_and(|recipient| !sound(recipient)) {
            return Err(PublicKeysFault::Recipient);
        }
        if signing.is_none() && written.recipient.is_none() {
            return Err(PublicKeysFault::Form);
        }
        Ok(Self { signing, recipient: written.recipient })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signing::SigningKey;

    const RECIPIENT: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    #[test]
    fn public_keys_read_as_they_are_written() {
        let key = SigningKey::from_seed(&[7; 32]).verifying_key();
        for keys in [
            PublicKeys { signing: Some(key), recipient: Some(RECIPIENT.to_owned()) },
            PublicKeys { signing: Some(key), recipient: None },
            PublicKeys { signing: None, recipient: Some(RECIPIENT.to_owned()) },
        ] {
            assert_eq!(PublicKeys::from_json(keys.to_json().as_bytes()), Ok(keys));
        }
    }

    #[test]
    fn what_is_no_public_key_is_refused() {
        let key = SigningKey::from_seed(&[7; 32]).verifying_key();
        let other = SigningKey::from_seed(&[8; 32]).verifying_key().id();
        for (text, fault) in [
            ("{}".to_owned(), PublicKeysFault::Form),
            ("[".to_owned(), PublicKeysFault::Form),
            (format!(r#"{{"keyId": "{other}"}}"#), PublicKeysFault::Form),
            (r#"{"publicKey": "x"}"#.to_owned(), PublicKeysFault::Key),
            (format!(r#"{{"keyId": "{other}", "publicKey": "{key}"}}"#), PublicKeysFault::KeyId),
            (
                format!(r#"{{"recipient": "{}"}}"#, RECIPIENT.replace("ql3", "q13")),
                PublicKeysFault::Recipient,
            ),
        ] {
            assert_eq!(PublicKeys::from_json(text.as_bytes()), Err(fault), "{text}");
        }
    }
}
