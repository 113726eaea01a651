//! The document `directory`: the members of the alliance with their keys, signed by its board.
//!
//! The signatures are kept beside it, in `directory.jws.json`, over its exact bytes. Who trusts which version of
//! it, and why, is for [`crate::directory`].

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    extensions::Extensions,
    key::{KeyIdText, PublicKeyText},
    literal::{Fixed, Literal, Tongzhou},
    member::Member,
    primitive::{Count, List},
    texts::{DigestText, IdText, InstantText, OrganisationCodeText, ShortText, TitleText},
    version::Version,
};
use crate::code::lists::MemberRevocationReason;

/// The type of this document: `directory`.
///
/// ```
/// use tongzhou::model::{directory::DirectoryDocument, literal::Fixed};
///
/// assert_eq!(DirectoryDocument::TEXT, "directory");
/// ```
pub enum DirectoryDocument {}
impl Fixed for DirectoryDocument {
    const TEXT: &'static str = "directory";
}

/// # Member directory · 成员名录
/// The members of the alliance with their keys, in one version that the board has signed.
///
/// 联盟全部成员机构及其密钥，由理事会签名的一个版本。
///
/// ```
/// use tongzhou::{json, model::Directory};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "directory",
///     "allianceId": "019a0000-0000-7000-8000-00000000a001", "allianceName": "示例儿童大病救助联盟",
///     "version": 4, "previous": "f34bce344a7f227ae9f15e008a8a6b242de47148e95bb27d29fe94914afdfced",
///     "issuedAt": "2026-09-15T02:00:00Z", "expiresAt": "2026-12-10T02:00:00Z",
///     "board": { "threshold": 2, "keys": [] }, "members": []
/// }"#;
/// // Who has signed it, and whether it may be relied on, is for `tongzhou::directory`.
/// let directory: Directory = json::from_str(text)?;
/// assert_eq!((directory.version.get(), directory.board.threshold.get()), (4, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Directory<'a> {
    /// # Standard · 标准
    /// The name of the standard.
    ///
    /// 标准名称。
    #[builder(skip)]
    pub standard: Literal<Tongzhou>,
    /// # Version of the standard · 标准版本
    /// The version of the standard that this document follows.
    ///
    /// 本文件所依据的标准版本。
    #[builder(skip)]
    pub standard_version: Version,
    /// # Document type · 文件类型
    /// Says that this document is a member directory.
    ///
    /// 表明本文件是成员名录。
    #[builder(skip)]
    pub document_type: Literal<DirectoryDocument>,
    /// # Alliance id · 联盟标识号
    /// The id of the alliance; it is the same in every version of its directory.
    ///
    /// 联盟的标识号，名录的各版本都相同。
    pub alliance_id: IdText<'a>,
    /// # Alliance · 联盟名称
    /// The name of the alliance.
    ///
    /// 联盟的名称。
    pub alliance_name: TitleText<'a>,
    /// # Alliance in English · 联盟英文名称
    /// The name that the alliance uses in English.
    ///
    /// 联盟使用的英文名称。
    pub alliance_name_en: Option<TitleText<'a>>,
    /// # Version · 名录版本
    /// The number of this version, from 1; it only rises.
    ///
    /// 本版本的编号，从 1 开始，只增不减。
    pub version: Count<1_000_000_000>,
    /// # Digest of the version before · 上一版摘要
    /// The SHA-256 digest of the exact bytes of the version before this one.
    ///
    /// 上一版本文件内容的 SHA-256 摘要。
    pub previous: Option<DigestText<'a>>,
    /// # Issued · 签发时刻
    /// When this version was made.
    ///
    /// 制作本版本的时刻。
    pub issued_at: InstantText<'a>,
    /// # Expires · 到期时刻
    /// When this version must no longer be relied on, at most 90 days after it was issued.
    ///
    /// 自此时起不得再依据本版本，距签发不超过 90 天。
    pub expires_at: InstantText<'a>,
    /// # Board · 理事会
    /// Whose signatures make a version of the directory.
    ///
    /// 由谁签名才算一个有效版本。
    pub board: DirectoryBoard<'a>,
    /// # Members · 成员
    /// Every member, as it speaks of itself.
    ///
    /// 全部成员机构的登记内容。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub members: List<Member<'a>, 300>,
    /// # Revoked members · 已移出的成员
    /// Every organisation that was a member and is none any more; who stands here never comes back under the same
    /// id.
    ///
    /// 曾为成员而已移出的机构；列在这里的标识号不再使用。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub revoked_members: List<RevokedMember<'a>, 500>,
    /// # Extensions · 扩展数据
    /// Members' own data, preserved and never judged.
    ///
    /// 成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}

/// # Board · 理事会
/// The keys that sign the directory, and how many of them have to.
///
/// 为名录签名的密钥，以及至少须有几把签名。
///
/// ```
/// use tongzhou::{json, model::directory::DirectoryBoard};
///
/// let text = r#"{ "threshold": 1, "keys": [{
///     "keyId": "otE50ftHPPpZHrRM4Mqkmyxo1X0K0OwWsQlhx2XsXyk",
///     "publicKey": "RGQvup-mSCYkSLiituCl_6udd2iGodvjf8wQvqAekDo", "holder": "理事会第一席"
/// }] }"#;
/// let board: DirectoryBoard = json::from_str(text)?;
/// assert_eq!((board.threshold.get(), board.keys.len()), (1, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct DirectoryBoard<'a> {
    /// # Threshold · 签名门槛
    /// How many different keys of the board have to sign.
    ///
    /// 须有几把不同的理事会密钥签名。
    pub threshold: Count<50>,
    /// # Keys · 理事会密钥
    /// The keys of the board, each held by another person or office.
    ///
    /// 理事会的密钥，每把由不同的人或部门保管。
    pub keys: List<BoardKey<'a>, 50>,
}

/// # Key of the board · 理事会密钥
/// One key of the board and who holds it.
///
/// 一把理事会密钥及其持有人。
///
/// ```
/// use tongzhou::{json, model::directory::BoardKey};
///
/// let text = r#"{
///     "keyId": "otE50ftHPPpZHrRM4Mqkmyxo1X0K0OwWsQlhx2XsXyk",
///     "publicKey": "RGQvup-mSCYkSLiituCl_6udd2iGodvjf8wQvqAekDo", "holder": "理事会第一席"
/// }"#;
/// let key: BoardKey = json::from_str(text)?;
/// assert_eq!(key.holder.as_str(), "理事会第一席");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct BoardKey<'a> {
    /// # Name of the key · 公钥标识
    /// The JWK thumbprint of the public key (RFC 7638, SHA-256).
    ///
    /// 公钥的 JWK 指纹（RFC 7638，SHA-256）。
    pub key_id: KeyIdText<'a>,
    /// # Public key · 公钥
    /// The 32 bytes of the Ed25519 public key, in base64url.
    ///
    /// Ed25519 公钥的 32 个字节，以 base64url 书写。
    pub public_key: PublicKeyText<'a>,
    /// # Holder · 持有人
    /// The office or person who holds the key.
    ///
    /// 保管密钥的部门或人员。
    pub holder: TitleText<'a>,
    /// # Organisation · 所属机构
    /// The unified social credit code of the holder's organisation.
    ///
    /// 持有人所属机构的统一社会信用代码。
    pub organisation_code: Option<OrganisationCodeText<'a>>,
}

/// # Revoked member · 已移出的成员
/// An organisation that is no member any more.
///
/// 不再是成员的机构。
///
/// ```
/// use tongzhou::{code::lists::MemberRevocationReason, json, model::directory::RevokedMember};
///
/// let text = r#"{
///     "memberId": "019a0000-0000-7000-8000-00000000a019", "name": "示例社会工作服务中心",
///     "at": "2026-09-15T02:00:00Z", "reason": "merged"
/// }"#;
/// let revoked: RevokedMember = json::from_str(text)?;
/// assert_eq!(revoked.reason, MemberRevocationReason::Merged);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct RevokedMember<'a> {
    /// # Member id · 成员标识号
    /// The id that the member had.
    ///
    /// 该成员原来的标识号。
    pub member_id: IdText<'a>,
    /// # Unified social credit code · 统一社会信用代码
    /// The code of the organisation.
    ///
    /// 机构的统一社会信用代码。
    pub organisation_code: Option<OrganisationCodeText<'a>>,
    /// # Name · 名称
    /// The name of the organisation.
    ///
    /// 机构名称。
    pub name: Option<TitleText<'a>>,
    /// # Time · 移出时刻
    /// When it ceased to be a member.
    ///
    /// 不再是成员的时刻。
    pub at: InstantText<'a>,
    /// # Reason · 原因
    /// Why it is no member any more.
    ///
    /// 移出的原因。
    pub reason: MemberRevocationReason,
    /// # Note · 说明
    /// What else is to be said of it.
    ///
    /// 其他说明。
    pub note: Option<ShortText<'a>>,
    /// # Keys · 原有密钥
    /// The names of the signing keys that the member had, so that its signatures are known for what they are.
    ///
    /// 该成员原有签名公钥的标识，据以认出它的签名。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub key_ids: List<KeyIdText<'a>, 10>,
}
