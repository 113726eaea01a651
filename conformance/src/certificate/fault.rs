//! Why a certificate or a list of revoked ones is not relied on.

use thiserror::Error;
use tongzhou::{
    directory::KeyStanding,
    json::FaultKind,
    signing::{JwsFault, KeyId},
    text::{Bilingual, Lang},
    value::{Date, Instant},
};

use super::RevocationReason;

/// Why a certificate, or the list against which it is held, is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CertificateFault {
    /// The file has more than [`super::MAX_CERTIFICATE_BYTES`].
    #[error("the file is too large")]
    TooLarge,
    /// The file is not of its form.
    #[error("the file is not of its form: {0}")]
    Form(FaultKind),
    /// The file of signatures is refused.
    #[error("its signatures: {0}")]
    Signatures(#[from] JwsFault),
    /// Nobody known has the key that signed.
    #[error("nobody known has the key {0}")]
    UnknownKey(KeyId),
    /// What is here is not what was signed.
    #[error("what is here is not what the key {0} signed")]
    Changed(KeyId),
    /// The key that signed is of a member that is no secretariat.
    #[error("the key {0} is of no secretariat")]
    NotSecretariat(KeyId),
    /// The key that signed did not count when it signed.
    #[error("the key {0} did not count at the time of issue: {1:?}")]
    Key(KeyId, KeyStanding),
    /// It names another issuer than the one who signed.
    #[error("it names another issuer than the one who signed")]
    OtherIssuer,
    /// It is of a time that is still to come.
    #[error("it was issued at a time that is still to come")]
    Future,
    /// Its last day is over.
    #[error("its last day was {0}")]
    Expired(Date),
    /// The list of revoked certificates is of another issuer, and says nothing of it.
    #[error("the list of revoked certificates is of another issuer")]
    OtherList,
    /// It was revoked.
    #[error("it was revoked at {1}: {0:?}")]
    Revoked(RevocationReason, Instant),
}

impl CertificateFault {
    /// The permanent name of the reason, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Form(_) => "form",
            Self::Signatures(_) => "signatures",
            Self::UnknownKey(_) => "unknown-key",
            Self::Changed(_) => "changed",
            Self::NotSecretariat(_) => "not-secretariat",
            Self::Key(..) => "key",
            Self::OtherIssuer => "other-issuer",
            Self::Future => "future",
            Self::Expired(_) => "expired",
            Self::OtherList => "other-list",
            Self::Revoked(..) => "revoked",
        }
    }

    /// What is wrong and what to do.
    pub fn told(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let words = match self {
            Self::TooLarge => {
                say("文件太大，可能指错了文件", "the file is too large, so this may be another one")
            }
            Self::Form(_) => say(
                "文件的写法不对，可能指错了文件",
                "the file is not of its form, so this may be another one",
            ),
            Self::Signatures(_) => say(
                "旁边的签名文件（.jws.json）不对，请向颁发方再要一份",
                "the file of signatures beside it (.jws.json) is refused; ask the issuer for it again",
            ),
            Self::UnknownKey(_) => say(
                "不知道是谁签的：不是 --key 写明的密钥，或者名录里没有这把密钥；请确认二者都是最新的",
                "nobody knows who signed it: another key than --key names, or one that the directory does not list; see that both are the newest",
            ),
            Self::Changed(_) => {
                say("签名以后被改过，不能采信", "it was changed after it was signed: do not rely on it")
            }
            Self::NotSecretariat(_) => say(
                "签名的不是联盟秘书处，不能采信",
                "who signed is not the secretariat of the alliance: do not rely on it",
            ),
            Self::Key(..) => say(
                "签名用的密钥在颁发时无效或已作废，请向秘书处核实",
                "the key that signed did not count when it was issued; ask the secretariat",
            ),
            Self::OtherIssuer => say(
                "写明的颁发方和签名的不是同一家，不能采信",
                "it names another issuer than the one who signed: do not rely on it",
            ),
            Self::Future => {
                say("颁发时刻在将来，请核对电脑的时钟", "it was issued in the future; see to the clock")
            }
            Self::Expired(_) => say("已经过期，请索取新的一份", "it has expired; ask for a new one"),
            Self::OtherList => say(
                "名单的颁发方和证书的颁发方不是同一家，请取证书颁发方公布的名单",
                "it is the list of another issuer than the certificate's; take the one that the issuer of the certificate \
                 publishes",
            ),
            Self::Revoked(..) => say("已被撤销，不能采信", "it was revoked: do not rely on it"),
        };
        let detail = match self {
            Self::Expired(day) => day.to_string(),
            Self::Revoked(reason, at) => format!("{}, {}", reason.title(lang), at.china_date()),
            Self::UnknownKey(key) | Self::Changed(key) | Self::NotSecretariat(key) | Self::Key(key, _) => {
                key.to_string()
            }
            Self::TooLarge
            | Self::Form(_)
            | Self::Signatures(_)
            | Self::OtherIssuer
            | Self::Future
            | Self::OtherList => String::new(),
        };
        let detail = if detail.is_empty() { detail } else { format!(" ({detail})") };
        format!("{words}{detail} [{}]", self.code())
    }
}
