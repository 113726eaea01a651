//! The document `capability`: what a member's system accepts.
//!
//! A sender reads it before it sends: which versions and documents are understood, in which roles, how large a
//! package may be, where it goes and in which languages answers come.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    extensions::Extensions,
    key::WebAddressText,
    literal::{Fixed, Literal, Tongzhou},
    organisation::OrganisationRef,
    primitive::{Count, List, Size},
    texts::{
        DateText, DigestText, EmailText, ForeignCodeText, LanguageText, NumberText, PhoneText, ShortText,
        SlugText, TitleText, VersionText,
    },
    version::Version,
};
use crate::code::lists::{ConformanceRole, EndpointKind, MemberRole, PackagePurpose, TokenSuite, Transport};

/// The type of this document: `capability`.
///
/// ```
/// use tongzhou::model::{capability::CapabilityDocument, literal::Fixed};
///
/// assert_eq!(CapabilityDocument::TEXT, "capability");
/// ```
pub enum CapabilityDocument {}
impl Fixed for CapabilityDocument {
    const TEXT: &'static str = "capability";
}

/// # Capability · 系统能力说明
/// What the system of a member accepts and how it is reached.
///
/// 成员机构的系统接受什么、怎样联系。
///
/// ```
/// use tongzhou::{code::lists::PackagePurpose, json, model::Capability};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "capability",
///     "member": { "name": "示例儿童大病救助基金会" }, "issuedOn": "2026-09-01",
///     "standardVersions": ["1.0"], "documents": [{ "documentType": "application", "reads": true }],
///     "roles": ["charity"], "languages": ["zh-CN"], "purposes": ["application", "supplement"],
///     "sealedOnly": true
/// }"#;
/// let capability: Capability = json::from_str(text)?;
/// assert!(capability.purposes.contains(&PackagePurpose::Supplement));
/// assert_eq!(capability.sealed_only, Some(true), "a package that is not sealed is sent back");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Capability<'a> {
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
    /// Says that this document is a capability.
    ///
    /// 表明本文件是系统能力说明。
    #[builder(skip)]
    pub document_type: Literal<CapabilityDocument>,
    /// # Member · 成员机构
    /// Whose system it is.
    ///
    /// 系统属于哪家机构。
    pub member: OrganisationRef<'a>,
    /// # Issued on · 发布日期
    /// The day from which it holds.
    ///
    /// 本说明生效的日期。
    pub issued_on: DateText<'a>,
    /// # Valid until · 有效期至
    /// The last day on which it holds.
    ///
    /// 本说明有效的最后一天。
    pub valid_until: Option<DateText<'a>>,
    /// # Software · 软件
    /// The software that the system runs.
    ///
    /// 系统使用的软件。
    pub software: Option<Software<'a>>,
    /// # Versions · 支持的标准版本
    /// The versions of the standard that are understood.
    ///
    /// 能够读取的标准版本。
    pub standard_versions: List<VersionText<'a>, 20>,
    /// # Documents · 支持的文件类型
    /// The documents that are read or written.
    ///
    /// 能够读取或产生的文件类型。
    pub documents: List<DocumentSupport<'a>, 50>,
    /// # Roles · 角色
    /// The roles that the member has.
    ///
    /// 成员机构承担的角色。
    pub roles: List<MemberRole, 9>,
    /// # Purposes · 接受的用途
    /// The purposes of packages that are accepted; left out, all.
    ///
    /// 接受哪些用途的资料包，不写即不限。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub purposes: List<PackagePurpose, 10>,
    /// # Limits · 大小限制
    /// How large a package may be.
    ///
    /// 资料包可以多大。
    pub limits: Option<SizeLimits>,
    /// # Transport · 传送方式
    /// How documents may be sent.
    ///
    /// 文件怎样传送。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub transports: List<Transport, 2>,
    /// # Endpoints · 接口地址
    /// Where the system is reached.
    ///
    /// 系统的接口地址。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub endpoints: List<CapabilityEndpoint<'a>, 20>,
    /// # Languages · 语言
    /// The languages in which answers come, the first one where nothing is asked for.
    ///
    /// 答复所用的语言，未指定时用第一种。
    pub languages: List<LanguageText<'a>, 10>,
    /// # Suites of tokens · 令牌算法套件
    /// The suites of tokens that are understood.
    ///
    /// 支持的令牌算法套件。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub token_suites: List<TokenSuite, 4>,
    /// # Sealed packages only · 只接受密封的资料包
    /// True where packages must be sealed.
    ///
    /// 只接受密封的资料包的为 true。
    pub sealed_only: Option<bool>,
    /// # Codelists · 代码表摘要
    /// The digest of the codelists in use.
    ///
    /// 所用代码表的摘要。
    pub codelist_digest: Option<DigestText<'a>>,
    /// # Programmes · 受理的项目
    /// The programmes of the catalogue for which applications are taken.
    ///
    /// 受理申请的目录项目。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub programme_ids: List<ForeignCodeText<'a>, 200>,
    /// # Certificates · 一致性证书
    /// Certificates of conformance, by reference.
    ///
    /// 一致性证书的引用。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub certificates: List<CertificateRef<'a>, 20>,
    /// # Answers within hours · 答复时限（小时）
    /// How soon a status is answered.
    ///
    /// 多少小时内答复办理状态。
    pub answers_within_hours: Option<Count<8760>>,
    /// # Technical contact · 技术联系方式
    /// Whom developers ask.
    ///
    /// 开发人员咨询的方式。
    pub contact: Option<TechnicalContact<'a>>,
    /// # Extensions · 扩展数据
    /// Members' own data, preserved and never judged.
    ///
    /// 成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}

/// # Software · 软件
/// A piece of software and its version.
///
/// 软件及其版本。
///
/// ```
/// use tongzhou::model::capability::Software;
///
/// let software = Software::builder().name("示例救助管理系统".parse()?).version("3.2.0".parse()?).build();
/// assert_eq!(serde_json::to_string(&software)?, r#"{"name":"示例救助管理系统","version":"3.2.0"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Software<'a> {
    /// # Name · 名称
    /// The name of the software.
    ///
    /// 软件名称。
    pub name: TitleText<'a>,
    /// # Version · 版本
    /// Its version.
    ///
    /// 软件版本。
    pub version: Option<VersionText<'a>>,
    /// # Vendor · 开发单位
    /// Who made it.
    ///
    /// 开发单位。
    pub vendor: Option<OrganisationRef<'a>>,
}

/// # Document type supported · 支持的文件类型
/// What the system does with one type of document.
///
/// 系统对某一类文件的支持情况。
///
/// ```
/// use tongzhou::{json, model::capability::DocumentSupport};
///
/// let text = r#"{ "documentType": "aid-entry", "writes": true, "versions": ["1.0"] }"#;
/// let support: DocumentSupport = json::from_str(text)?;
/// assert_eq!((support.reads, support.writes), (None, Some(true)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct DocumentSupport<'a> {
    /// # Type · 文件类型
    /// The type of document; a later version may have types that this one does not know.
    ///
    /// 文件类型；以后的版本可能有本版本未列的类型。
    pub document_type: SlugText<'a>,
    /// # Reads · 能否读取
    /// True where it is read.
    ///
    /// 能够读取的为 true。
    pub reads: Option<bool>,
    /// # Writes · 能否产生
    /// True where it is written.
    ///
    /// 能够产生的为 true。
    pub writes: Option<bool>,
    /// # Versions · 版本
    /// The versions for this type, if fewer than altogether.
    ///
    /// 该类文件支持的版本，少于总体时填写。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub versions: List<VersionText<'a>, 20>,
}

/// # Limits · 大小限制
/// How large what is sent may be.
///
/// 发送的内容可以多大。
///
/// ```
/// use tongzhou::{json, model::capability::SizeLimits};
///
/// let limits: SizeLimits = json::from_str(r#"{ "packageBytes": 536870912, "entries": 2000 }"#)?;
/// assert_eq!(limits.package_bytes.map(|bytes| bytes.get()), Some(512 * 1024 * 1024));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SizeLimits {
    /// # Package · 资料包
    /// Bytes of a package as it is sent.
    ///
    /// 资料包的字节数。
    pub package_bytes: Option<Size>,
    /// # Entries · 条目数
    /// Entries of a package.
    ///
    /// 资料包内的条目数。
    pub entries: Option<Count<1000000>>,
    /// # Document · 文件
    /// Bytes of one document.
    ///
    /// 单份文件的字节数。
    pub document_bytes: Option<Size>,
    /// # Paper · 材料
    /// Bytes of one paper.
    ///
    /// 单份材料的字节数。
    pub paper_bytes: Option<Size>,
}

/// # Endpoint · 接口地址
/// One address and what it is for.
///
/// 一个接口地址及其用途。
///
/// ```
/// use tongzhou::{code::lists::EndpointKind, json, model::capability::CapabilityEndpoint};
///
/// let text = r#"{ "kind": "package-inbox", "url": "https://aid.example.org/tongzhou/packages" }"#;
/// let inbox: CapabilityEndpoint = json::from_str(text)?;
/// assert_eq!(inbox.kind, EndpointKind::PackageInbox);
/// assert_eq!(inbox.url.as_str(), "https://aid.example.org/tongzhou/packages");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct CapabilityEndpoint<'a> {
    /// # For · 用途
    /// What the address is for.
    ///
    /// 接口的用途。
    pub kind: EndpointKind,
    /// # Address · 地址
    /// The address.
    ///
    /// 接口地址。
    pub url: WebAddressText<'a>,
    /// # For testing · 测试环境
    /// True for an address that takes synthetic data only.
    ///
    /// 只接受虚构资料的为 true。
    pub test: Option<bool>,
}

/// # Certificate · 一致性证书
/// A certificate of conformance, by reference.
///
/// 一致性证书的引用。
///
/// ```
/// use tongzhou::{code::lists::ConformanceRole, json, model::capability::CertificateRef};
///
/// let text = r#"{
///     "role": "consumer", "standardVersion": "1.0", "number": "TZ-CERT-0001",
///     "issuedOn": "2026-08-20", "validUntil": "2045-12-31"
/// }"#;
/// let certificate: CertificateRef = json::from_str(text)?;
/// assert_eq!(certificate.role, ConformanceRole::Consumer);
/// assert_eq!(certificate.valid_until.as_str(), "2045-12-31");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct CertificateRef<'a> {
    /// # Role · 一致性角色
    /// The role that was tested.
    ///
    /// 测试的角色。
    pub role: ConformanceRole,
    /// # Version · 标准版本
    /// The version that was tested.
    ///
    /// 测试所依据的标准版本。
    pub standard_version: VersionText<'a>,
    /// # Profile · 配置
    /// The profile that was tested.
    ///
    /// 测试的配置。
    pub profile: Option<SlugText<'a>>,
    /// # Number · 证书编号
    /// The number of the certificate.
    ///
    /// 证书编号。
    pub number: NumberText<'a>,
    /// # Issued on · 颁发日期
    /// The day of issue.
    ///
    /// 颁发日期。
    pub issued_on: DateText<'a>,
    /// # Valid until · 有效期至
    /// The last day on which it holds.
    ///
    /// 证书有效的最后一天。
    pub valid_until: DateText<'a>,
    /// # Digest · 摘要
    /// The digest of the certificate.
    ///
    /// 证书的摘要。
    pub sha256: Option<DigestText<'a>>,
}

/// # Technical contact · 技术联系方式
/// Whom developers ask.
///
/// 开发人员咨询的方式。
///
/// ```
/// use tongzhou::model::capability::TechnicalContact;
///
/// let contact = TechnicalContact::builder()
///     .office("信息部".parse()?)
///     .email("it@aid.example.org".parse()?)
///     .build();
/// assert_eq!(serde_json::to_string(&contact)?, r#"{"office":"信息部","email":"it@aid.example.org"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct TechnicalContact<'a> {
    /// # Office · 部门
    /// The office in charge; no person's name.
    ///
    /// 负责的部门，不写个人姓名。
    pub office: Option<TitleText<'a>>,
    /// # E-mail · 电子邮箱
    /// The e-mail address of the office.
    ///
    /// 部门电子邮箱。
    pub email: Option<EmailText<'a>>,
    /// # Telephone · 电话
    /// The telephone number of the office.
    ///
    /// 部门电话。
    pub phone: Option<PhoneText<'a>>,
    /// # Hours · 办公时间
    /// When it can be reached.
    ///
    /// 可以联系的时间。
    pub hours: Option<ShortText<'a>>,
}
