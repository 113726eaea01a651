//! What proves a consent: the notice that came before it, the paper or signature, and who was present.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::ConsentForm,
    model::texts::{
        DateText, DigestText, IdText, InstantText, LanguageText, NameText, NumberText, ShortText, TitleText,
        VersionText,
    },
};

/// # Notice · 告知书
/// The notice on the handling of personal information that the person read or heard.
///
/// 同意人阅读或听读的个人信息处理告知书。
///
/// ```
/// use tongzhou::{json, model::consent::Notice};
///
/// let text = r#"{
///     "version": "2026-01", "language": "zh-CN", "readAloud": false, "rightsTold": true,
///     "digest": "17c613875b1e62db6606a33d98f151c4060eb5e9130ad18601e95ecdbf3097cb"
/// }"#;
/// let notice: Notice = json::from_str(text)?;
/// assert_eq!(notice.version.as_str(), "2026-01");
/// assert_eq!(notice.rights_told, Some(true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Notice<'a> {
    /// # Version · 版本
    /// The version of the notice.
    ///
    /// 告知书版本。
    pub version: VersionText<'a>,
    /// # Digest · 摘要
    /// The SHA-256 digest of the notice's exact text as a file.
    ///
    /// 告知书文件原文的 SHA-256 摘要。
    pub digest: DigestText<'a>,
    /// # Language · 语言
    /// The language of the notice as a tag such as zh-CN, bo or ug.
    ///
    /// 告知书所用语言的标签，如 zh-CN、bo、ug。
    pub language: Option<LanguageText<'a>>,
    /// # Read aloud · 是否代读
    /// True when the notice was read to a person who could not read it.
    ///
    /// 同意人不能阅读、由他人代读的为 true。
    pub read_aloud: Option<bool>,
    /// # Necessity told · 已告知必要性
    /// True when the need for sensitive information and what it means for the person were told.
    ///
    /// 已告知处理敏感信息的必要性和对个人影响的为 true。
    pub necessity_told: Option<bool>,
    /// # Rights told · 已告知权利
    /// True when the person was told how to see, copy, correct, delete and withdraw.
    ///
    /// 已告知查阅、复制、更正、删除和撤回方式的为 true。
    pub rights_told: Option<bool>,
    /// # Copy of the notice · 告知书副本
    /// The id of the copy of the notice in the package.
    ///
    /// 资料包中告知书副本的标识号。
    pub document_id: Option<IdText<'a>>,
}

/// # Form of a consent · 同意形式
/// How a consent was given, with the paper or the electronic signature that proves it.
///
/// 同意的形式，以及作为凭证的书面材料或电子签名。
///
/// ```
/// use tongzhou::{code::lists::ConsentForm, model::consent::FormOfConsent};
///
/// let form = FormOfConsent::builder()
///     .kind(ConsentForm::PaperSigned)
///     .document_id("019a0000-0000-7000-8000-00000000016f".parse()?)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&form)?,
///     r#"{"kind":"paper-signed","documentId":"019a0000-0000-7000-8000-00000000016f"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct FormOfConsent<'a> {
    /// # Kind · 类别
    /// Whether the consent was signed on paper, signed electronically or given otherwise.
    ///
    /// 书面签名、电子签名或其他形式。
    pub kind: ConsentForm,
    /// # Paper or recording · 凭证
    /// The id of the signed paper or the recording.
    ///
    /// 签名书面材料或录音录像的标识号。
    pub document_id: Option<IdText<'a>>,
    /// # Digest · 凭证摘要
    /// The SHA-256 digest of that paper's file.
    ///
    /// 该凭证文件的 SHA-256 摘要。
    pub digest: Option<DigestText<'a>>,
    /// # Electronic signature · 电子签名
    /// What proves the electronic signature.
    ///
    /// 证明电子签名的信息。
    pub signature: Option<ElectronicSignature<'a>>,
}

/// # Electronic signature · 电子签名
/// An electronic signature: who vouches for it, when it was made and over what.
///
/// 电子签名的认证方、时间和所签内容。
///
/// ```
/// use tongzhou::{json, model::consent::ElectronicSignature};
///
/// let text = r#"{
///     "provider": "示例电子认证服务机构", "certificateNumber": "CA-0000001", "signedAt": "2026-09-18T01:40:00Z"
/// }"#;
/// let signature: ElectronicSignature = json::from_str(text)?;
/// assert_eq!(signature.signed_at, Some("2026-09-18T01:40:00Z".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ElectronicSignature<'a> {
    /// # Method · 签名方式
    /// How the signer was identified and signed, with the algorithm if known.
    ///
    /// 签名人身份核验与签名的方式，以及已知的算法。
    pub method: Option<ShortText<'a>>,
    /// # Provider · 认证服务机构
    /// The provider that issued the certificate or ran the signing service.
    ///
    /// 颁发证书或提供签名服务的机构。
    pub provider: Option<TitleText<'a>>,
    /// # Certificate number · 证书编号
    /// The serial number of the signer's certificate.
    ///
    /// 签名人证书的序列号。
    pub certificate_number: Option<NumberText<'a>>,
    /// # Digest of the certificate · 证书摘要
    /// The SHA-256 digest of the certificate.
    ///
    /// 证书的 SHA-256 摘要。
    pub certificate_digest: Option<DigestText<'a>>,
    /// # Time · 签名时刻
    /// When the signature was made.
    ///
    /// 签名的时刻。
    pub signed_at: Option<InstantText<'a>>,
    /// # Digest of the signed text · 所签内容摘要
    /// The SHA-256 digest of the text that was signed.
    ///
    /// 所签文本的 SHA-256 摘要。
    pub content_digest: Option<DigestText<'a>>,
    /// # Signed file · 已签文件
    /// The id of the file that carries the signature.
    ///
    /// 载有签名的文件标识号。
    pub document_id: Option<IdText<'a>>,
}

/// # Witness · 见证人
/// A person who was present when the consent was given.
///
/// 作出同意时在场的人。
///
/// ```
/// use tongzhou::model::consent::Witness;
///
/// let witness = Witness::builder().name("示例社工".parse()?).capacity("医院社工".parse()?).build();
/// assert_eq!(serde_json::to_string(&witness)?, r#"{"name":"示例社工","capacity":"医院社工"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Witness<'a> {
    /// # Name · 姓名
    /// The name of the witness.
    ///
    /// 见证人姓名。
    pub name: NameText<'a>,
    /// # Capacity · 身份
    /// As what the witness was present, such as social worker or village official.
    ///
    /// 见证人的身份，如社工、村干部。
    pub capacity: Option<ShortText<'a>>,
    /// # Organisation · 所属机构
    /// The organisation of the witness.
    ///
    /// 见证人所属机构。
    pub organisation: Option<TitleText<'a>>,
    /// # Date · 日期
    /// The date on which the witness signed.
    ///
    /// 见证人签字日期。
    pub signed_on: Option<DateText<'a>>,
}
