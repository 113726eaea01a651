//! The document `member`: what an organisation says of itself, to stand in the member directory as it is.

use base64ct::{Base64UrlUnpadded, Encoding};
use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    consent::RecipientContact,
    extensions::Extensions,
    key::{PublicKeyText, RecipientKey, SigningKey, WebAddressText, WitnessKeyText},
    literal::{Fixed, Literal, Tongzhou},
    organisation::OrganisationRef,
    primitive::{Count, List},
    texts::{
        DateText, IdText, InstantText, NumberText, OrganisationCodeText, RegionText, ShortText, TitleText,
    },
    version::Version,
};
use crate::{
    code::{
        OpenCode,
        lists::{DataClass, EndpointKind, MemberRole, ServiceNeed, TokenPurpose, UnitKind},
    },
    shape::Shaped,
};

/// The type of this document: `member`.
///
/// ```
/// use tongzhou::model::{literal::Fixed, member::MemberDocument};
///
/// assert_eq!(MemberDocument::TEXT, "member");
/// ```
pub enum MemberDocument {}
impl Fixed for MemberDocument {
    const TEXT: &'static str = "member";
}

/// # Member · 成员机构
/// An organisation of the alliance: who it is, in what roles, with which keys, and where it is reached.
///
/// 联盟的一个成员机构：机构身份、角色、密钥和联络方式。
///
/// ```
/// use tongzhou::{code::lists::MemberRole, json, model::Member};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "member",
///     "memberId": "019a0000-0000-7000-8000-00000000a012", "organisationCode": "1211000040000000XT",
///     "name": "示例市儿童医院", "roles": ["hospital"], "validFrom": "2025-09-01T00:00:00Z",
///     "signingKeys": [], "recipientKeys": []
/// }"#;
/// let member: Member = json::from_str(text)?;
/// assert_eq!(member.organisation_code.as_str(), "1211000040000000XT");
/// assert!(member.roles.contains(&MemberRole::Hospital));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Member<'a> {
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
    /// Says that this document is a member's entry.
    ///
    /// 表明本文件是成员机构的登记内容。
    #[builder(skip)]
    pub document_type: Literal<MemberDocument>,
    /// # Member id · 成员标识号
    /// The id of the member, for as long as it is one; who comes back after leaving gets a new one.
    ///
    /// 成员的标识号，在其为成员期间不变；退出后再加入的另立标识号。
    pub member_id: IdText<'a>,
    /// # Unified social credit code · 统一社会信用代码
    /// The code of the organisation, which audiences and consents name.
    ///
    /// 机构的统一社会信用代码，接收机构和授权同意书均以此指明。
    pub organisation_code: OrganisationCodeText<'a>,
    /// # Name · 名称
    /// The name as registered, in Chinese.
    ///
    /// 登记的机构全称。
    pub name: TitleText<'a>,
    /// # Name in English · 英文名称
    /// The name that the organisation uses in English.
    ///
    /// 机构使用的英文名称。
    pub name_en: Option<TitleText<'a>>,
    /// # Short name · 简称
    /// What people call it.
    ///
    /// 常用的简称。
    pub short_name: Option<TitleText<'a>>,
    /// # Roles · 角色
    /// What the organisation does in the alliance.
    ///
    /// 机构在联盟中承担的角色。
    pub roles: List<MemberRole, 10>,
    /// # Valid from · 加入时刻
    /// The instant from which the organisation is a member.
    ///
    /// 自此时起为成员。
    pub valid_from: InstantText<'a>,
    /// # Valid until · 到期时刻
    /// The instant from which it is none any more; left out where no end is set.
    ///
    /// 自此时起不再是成员；未定期限的不写。
    pub valid_until: Option<InstantText<'a>>,
    /// # Signing keys · 签名公钥
    /// The keys with which the member's signatures are checked, old ones included.
    ///
    /// 用来核对成员签名的公钥，包括已停用的。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub signing_keys: List<SigningKey<'a>, 10>,
    /// # Recipient keys · 加密接收公钥
    /// The keys to which packages for the member are sealed.
    ///
    /// 向成员密封资料包所用的公钥。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub recipient_keys: List<RecipientKey<'a>, 10>,
    /// # Token key shares · 令牌密钥份额
    /// The public halves of the shares that an evaluator of tokens answers with, by which its proofs are checked.
    ///
    /// 令牌计算方所持密钥份额的公钥，用来核对其证明。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub token_shares: List<TokenShare<'a>, 10>,
    /// # Witness key · 见证公钥
    /// The key with which the member, as a witness, cosigns the state of the log.
    ///
    /// 成员作为见证方为日志状态联署所用的公钥。
    pub witness_key: Option<WitnessKeyText<'a>>,
    /// # Endpoints · 网络接口
    /// Where the member's systems are reached; none where it takes part by files alone.
    ///
    /// 成员系统的访问地址；只以文件参与的不写。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub endpoints: List<Endpoint<'a>, 10>,
    /// # Contact · 联系方式
    /// Where families reach the member in matters of personal information, as consents tell them.
    ///
    /// 家庭就个人信息事项联系该成员的方式，与授权同意书所告知的一致。
    pub contact: Option<RecipientContact<'a>>,
    /// # Region · 服务地区
    /// The divisions that the member serves, as codes of GB/T 2260; left out where it serves everywhere.
    ///
    /// 服务的行政区划代码（GB/T 2260）；面向全国的不写。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub regions: List<RegionText<'a>, 34>,
    /// # Services · 提供的服务
    /// The services beside money that the member gives, to which others can refer a family.
    ///
    /// 资金以外可以提供的服务，其他成员可据以转介。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub services: List<OpenCode<'a, ServiceNeed>, 20>,
    /// # Units · 下设单位
    /// Service stations, branches and named funds of the member, where applications are taken in or money lies.
    ///
    /// 成员下设的服务站、分支机构和专项基金。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub units: List<MemberUnit<'a>, 50>,
    /// # Accreditations · 数据使用资格
    /// What an authority allows the member to be told from public data, such as the low-income population.
    ///
    /// 主管部门允许成员查询或接收的公共数据，如低收入人口信息。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub accreditations: List<Accreditation<'a>, 5>,
    /// # Extensions · 扩展数据
    /// Members' own data, preserved and never judged.
    ///
    /// 成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}

/// # Token key share · 令牌密钥份额
/// The public half of one share of the key under which tokens are made.
///
/// 生成令牌所用密钥的一个份额的公钥。
///
/// ```
/// use tongzhou::{code::lists::TokenPurpose, json, model::member::TokenShare};
///
/// let text = r#"{
///     "purpose": "subject", "epoch": 1, "share": 1, "threshold": 2,
///     "publicKey": "4vKuCmq8TnGohKlhxQBRX1jjC2qlgt2NtqZZReCNLXY"
/// }"#;
/// let share: TokenShare = json::from_str(text)?;
/// assert_eq!(share.purpose, TokenPurpose::Subject);
/// assert_eq!((share.epoch.get(), share.share.get(), share.threshold.get()), (1, 1, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct TokenShare<'a> {
    /// # Purpose · 用途
    /// Which tokens the key makes.
    ///
    /// 该密钥用于生成哪类令牌。
    pub purpose: TokenPurpose,
    /// # Epoch · 密钥周期
    /// The number of the key's epoch; a new key begins a new one.
    ///
    /// 密钥周期的编号，更换密钥时加一。
    pub epoch: Count<1_000_000>,
    /// # Share · 份额编号
    /// The number of the share, from 1.
    ///
    /// 份额的编号，从 1 开始。
    pub share: Count<255>,
    /// # Threshold · 所需份额数
    /// How many shares of this purpose and epoch it takes to make a token.
    ///
    /// 合成一个令牌需要同一用途、同一周期的多少个份额。
    pub threshold: Count<255>,
    /// # Public key · 公钥
    /// The 32 bytes of the ristretto255 element, in base64url.
    ///
    /// ristretto255 元素的 32 个字节，以 base64url 书写。
    pub public_key: PublicKeyText<'a>,
}

impl TokenShare<'static> {
    /// The share `share` of a key, of which `threshold` make a token; its public key is an element of 32 bytes.
    ///
    /// ```
    /// use tongzhou::{code::lists::TokenPurpose, model::{member::TokenShare, primitive::Count}};
    ///
    /// let count = Count::saturating;
    /// let share = TokenShare::of(TokenPurpose::Expense, count(1), Count::saturating(3), Count::saturating(2), &[7; 32]);
    /// assert_eq!(share.public_key.as_str(), "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc");
    /// ```
    pub fn of(
        purpose: TokenPurpose,
        epoch: Count<1_000_000>,
        share: Count<255>,
        threshold: Count<255>,
        public_key: &[u8; 32],
    ) -> Self {
        let public_key = Shaped::ours(&Base64UrlUnpadded::encode_string(public_key));
        Self { purpose, epoch, share, threshold, public_key }
    }
}

/// # Endpoint · 网络接口
/// One address of a member's systems.
///
/// 成员系统的一个访问地址。
///
/// ```
/// use tongzhou::{code::lists::EndpointKind, model::member::Endpoint};
///
/// let inbox = Endpoint::builder()
///     .kind(EndpointKind::PackageInbox)
///     .url("https://inbox.serious-illness.example/".parse()?)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&inbox)?,
///     r#"{"kind":"package-inbox","url":"https://inbox.serious-illness.example/"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Endpoint<'a> {
    /// # Kind · 类别
    /// What is done there.
    ///
    /// 该地址的用处。
    pub kind: EndpointKind,
    /// # Address · 网址
    /// The address on the web, beginning with https.
    ///
    /// 以 https 开头的网址。
    pub url: WebAddressText<'a>,
}

/// # Unit of a member · 下设单位
/// A station, branch, office or named fund of a member.
///
/// 成员下设的服务站、分支机构、办公室或专项基金。
///
/// ```
/// use tongzhou::{json, model::member::MemberUnit};
///
/// let text = r#"{
///     "name": "示例市儿童医院救助服务站", "kind": "service-station", "region": "310104", "place": "门诊楼一层"
/// }"#;
/// let station: MemberUnit = json::from_str(text)?;
/// assert_eq!(station.kind.as_str(), "service-station");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct MemberUnit<'a> {
    /// # Unit id · 单位标识号
    /// The id of the unit within the alliance.
    ///
    /// 该单位在联盟内的标识号。
    pub unit_id: Option<IdText<'a>>,
    /// # Name · 名称
    /// The name of the unit.
    ///
    /// 单位名称。
    pub name: TitleText<'a>,
    /// # Kind · 类别
    /// What kind of unit it is.
    ///
    /// 单位的类别。
    pub kind: OpenCode<'a, UnitKind>,
    /// # Region · 所在地区
    /// The division where it stands, as a code of GB/T 2260.
    ///
    /// 所在地的行政区划代码（GB/T 2260）。
    pub region: Option<RegionText<'a>>,
    /// # Place · 地点
    /// Where it is found, such as a hospital's building and floor.
    ///
    /// 具体地点，如某医院几号楼几层。
    pub place: Option<ShortText<'a>>,
    /// # Contact · 联系方式
    /// Where the unit is reached.
    ///
    /// 联系该单位的方式。
    pub contact: Option<RecipientContact<'a>>,
}

/// # Accreditation · 数据使用资格
/// What an authority allows a member to be told from public data.
///
/// 主管部门允许成员使用公共数据的资格。
///
/// ```
/// use tongzhou::{code::lists::DataClass, json, model::member::Accreditation};
///
/// let text = r#"{
///     "authority": { "name": "示例市民政局" }, "dataClasses": ["hardship"], "validUntil": "2098-12-31"
/// }"#;
/// let accreditation: Accreditation = json::from_str(text)?;
/// assert_eq!(accreditation.data_classes[0], DataClass::Hardship);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Accreditation<'a> {
    /// # Authority · 批准部门
    /// The authority that grants it.
    ///
    /// 批准的部门。
    pub authority: OrganisationRef<'a>,
    /// # Number · 文号
    /// The number of the grant or agreement.
    ///
    /// 批准文件或协议的编号。
    pub number: Option<NumberText<'a>>,
    /// # Classes of information · 信息种类
    /// The classes of information that the member may be told.
    ///
    /// 可以查询或接收的信息种类。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub data_classes: List<DataClass, 20>,
    /// # Scope · 范围说明
    /// What is covered, in words.
    ///
    /// 范围的文字说明。
    pub scope: Option<ShortText<'a>>,
    /// # Valid from · 生效日期
    /// The first day.
    ///
    /// 生效的第一天。
    pub valid_from: Option<DateText<'a>>,
    /// # Valid until · 有效期至
    /// The last day.
    ///
    /// 有效的最后一天。
    pub valid_until: Option<DateText<'a>>,
}
