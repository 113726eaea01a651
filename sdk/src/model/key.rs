//! How documents write keys: a public key for signatures with its name, an age recipient, and how long they hold.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::texts::{InstantText, ShortText, shape};
use crate::{
    code::lists::KeyRevocationReason,
    shape::{Shape, Shaped},
    text::Bilingual,
};

shape! {
    /// The public half of an Ed25519 or ristretto255 key: 32 bytes in base64url without padding, 公钥.
    PublicKeyText, PublicKeyShape = "PublicKey", ["Public key", "公钥"], like "kpS_B08fPWcvWKw-XZ_r-w_sbITQa3ozNQsbGj7mnJA" not "kpS_B08f", Some("^[0-9A-Za-z_-]{43}$"), 43..=43,
    personal: false, is_base64url
}
shape! {
    /// The name of a public key: its JWK thumbprint (RFC 7638, SHA-256) in base64url without padding, 公钥标识.
    KeyIdText, KeyIdShape = "KeyId", ["Name of a public key", "公钥标识"], like "80cZ0v7lJI8ZU8IxrctmHRrTTWyWN8lOpsoHO_2f7L8" not "key of 2026", Some("^[0-9A-Za-z_-]{43}$"), 43..=43,
    personal: false, is_base64url
}
shape! {
    /// Whom to seal a package to: an X25519 recipient of age, version 1, 加密接收标识.
    RecipientText, RecipientShape = "AgeRecipient", ["Recipient of age", "加密接收标识（age）"], like "age1d9cuy6jw4t86qe3uf8wgky7kg2w8da7lpw4h54y7t70lk5h7xefsdycfxv" not "ssh-ed25519 AAAA",
    Some("^age1[02-9ac-hj-np-z]{58}$"), 62..=62, personal: false,
    |text| text.strip_prefix("age1").is_some_and(|data| data.len() == 58 && data.bytes().all(|byte| {
        matches!(byte, b'0' | b'2'..=b'9' | b'a' | b'c'..=b'h' | b'j'..=b'n' | b'p'..=b'z')
    }))
}
shape! {
    /// An address on the web that is reached under encryption.
    WebAddressText, WebAddressShape = "WebAddress", ["Address on the web", "网址"], like "https://aid.example.org/tongzhou" not "http://aid.example.org/tongzhou", Some("^https://[!-~]+$"), 9..=500,
    personal: false,
    |text| text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_graphic()))
}
shape! {
    /// The key of a witness as signed notes write it: a name, the hash of the key, the key, with `+` between.
    WitnessKeyText, WitnessKeyShape = "WitnessKey", ["Key of a witness", "见证公钥"], like "witness.example+00000000+AAAA" not "witness.example",
    Some("^[!-*,-~]+[+][0-9a-f]{8}[+][0-9A-Za-z+/=]+$"), 12..=500, personal: false, is_witness_key
}

/// # Signing key · 签名公钥
/// A public key with which a member's signatures are checked, and from when until when it signs.
///
/// 用来核对成员签名的公钥，以及它的起止时刻。
///
/// ```
/// use tongzhou::{json, model::key::SigningKey};
///
/// let text = r#"{
///     "keyId": "80cZ0v7lJI8ZU8IxrctmHRrTTWyWN8lOpsoHO_2f7L8",
///     "publicKey": "kpS_B08fPWcvWKw-XZ_r-w_sbITQa3ozNQsbGj7mnJA",
///     "validFrom": "2026-09-01T00:00:00Z", "validUntil": "2028-09-01T00:00:00Z"
/// }"#;
/// let key: SigningKey = json::from_str(text)?;
/// assert_eq!(key.valid_until.as_str(), "2028-09-01T00:00:00Z");
/// assert!(key.revocation.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SigningKey<'a> {
    /// # Name of the key · 公钥标识
    /// The JWK thumbprint of the public key (RFC 7638, SHA-256), by which signatures name it.
    ///
    /// 公钥的 JWK 指纹（RFC 7638，SHA-256），签名凭它指明用的是哪把密钥。
    pub key_id: KeyIdText<'a>,
    /// # Public key · 公钥
    /// The 32 bytes of the Ed25519 public key, in base64url.
    ///
    /// Ed25519 公钥的 32 个字节，以 base64url 书写。
    pub public_key: PublicKeyText<'a>,
    /// # Valid from · 启用时刻
    /// The instant from which signatures with this key count.
    ///
    /// 自此时起，用这把密钥所作的签名有效。
    pub valid_from: InstantText<'a>,
    /// # Valid until · 到期时刻
    /// The instant from which signatures with this key no longer count.
    ///
    /// 自此时起，用这把密钥新作的签名不再有效。
    pub valid_until: InstantText<'a>,
    /// # Revocation · 停用
    /// When and why the key was given up before its time.
    ///
    /// 提前停用的时刻和原因。
    pub revocation: Option<KeyRevocation<'a>>,
}

/// # Recipient key · 加密接收公钥
/// A key to which packages for a member are sealed.
///
/// 给成员的资料包密封时所用的公钥。
///
/// ```
/// use tongzhou::{json, model::key::RecipientKey};
///
/// let text = r#"{
///     "recipient": "age1d9cuy6jw4t86qe3uf8wgky7kg2w8da7lpw4h54y7t70lk5h7xefsdycfxv",
///     "validFrom": "2026-09-01T00:00:00Z", "validUntil": "2028-09-01T00:00:00Z"
/// }"#;
/// let key: RecipientKey = json::from_str(text)?;
/// assert!(key.recipient.as_str().starts_with("age1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct RecipientKey<'a> {
    /// # Recipient · 加密接收标识
    /// The recipient as age writes it, beginning with age1.
    ///
    /// age 格式的接收标识，以 age1 开头。
    pub recipient: RecipientText<'a>,
    /// # Valid from · 启用时刻
    /// The instant from which packages are sealed to it.
    ///
    /// 自此时起可以向它密封资料包。
    pub valid_from: InstantText<'a>,
    /// # Valid until · 到期时刻
    /// The instant from which nothing more is sealed to it.
    ///
    /// 自此时起不得再向它密封资料包。
    pub valid_until: InstantText<'a>,
    /// # Revocation · 停用
    /// When and why the key was given up before its time.
    ///
    /// 提前停用的时刻和原因。
    pub revocation: Option<KeyRevocation<'a>>,
}

/// # Revocation of a key · 密钥停用
/// That a key was given up before its time.
///
/// 密钥提前停用的记录。
///
/// ```
/// use tongzhou::{code::lists::KeyRevocationReason, model::key::KeyRevocation};
///
/// let revocation = KeyRevocation::builder()
///     .at("2026-09-01T00:00:00Z".parse()?)
///     .reason(KeyRevocationReason::Replaced)
///     .build();
/// assert_eq!(serde_json::to_string(&revocation)?, r#"{"at":"2026-09-01T00:00:00Z","reason":"replaced"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct KeyRevocation<'a> {
    /// # Time · 停用时刻
    /// The instant from which the key counts no more; for a compromised key nothing counts, whatever its date.
    ///
    /// 自此时起密钥不再有效；因泄露停用的，此前的签名也不算数。
    pub at: InstantText<'a>,
    /// # Reason · 原因
    /// Why the key was given up.
    ///
    /// 停用的原因。
    pub reason: KeyRevocationReason,
    /// # Note · 说明
    /// What else is to be said of it.
    ///
    /// 其他说明。
    pub note: Option<ShortText<'a>>,
}

fn is_base64url(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether `text` is a name without `+`, eight hexadecimal digits and base64, with `+` between.
fn is_witness_key(text: &str) -> bool {
    let mut parts = text.splitn(3, '+');
    let (Some(name), Some(hash), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_graphic())
        && hash.len() == 8
        && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
}
