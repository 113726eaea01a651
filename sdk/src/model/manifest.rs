//! The document `manifest`: what a package holds, from whom it comes and for whom it is.
//!
//! The manifest lists every entry of the package but itself and the signatures, with size and digest. A
//! signature over its exact bytes therefore covers the whole package.

use bon::Builder;
use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    extensions::Extensions,
    literal::{Fixed, Literal, Tongzhou, Version},
    primitive::{List, Size},
    texts::{DigestText, EntryNameText, IdText, InstantText, OrganisationCodeText, ShortText, TitleText},
};
use crate::code::lists::{DataClass, PackagePurpose, SubmitterRole};

/// The type of this document: `manifest`.
///
/// ```
/// use tongzhou::model::{literal::Fixed, manifest::ManifestDocument};
///
/// assert_eq!(ManifestDocument::TEXT, "manifest");
/// ```
pub enum ManifestDocument {}
impl Fixed for ManifestDocument {
    const TEXT: &'static str = "manifest";
}

/// # Manifest · 资料包清单
/// The list of everything in a package, with its sender, audience and purpose.
///
/// 资料包全部内容的清单，以及发送方、接收范围和用途。
///
/// ```
/// use tongzhou::{code::lists::PackagePurpose, json, model::Manifest};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "manifest",
///     "packageId": "019a0000-0000-7000-8000-0000000001f0",
///     "root": "records/019a0000-0000-7000-8000-000000000100.json",
///     "audience": ["531000000000000008", "533100001234567881"], "purpose": "application",
///     "createdAt": "2026-09-20T02:30:00Z", "entries": []
/// }"#;
/// let manifest: Manifest = json::from_str(text)?;
/// assert_eq!(manifest.purpose, Some(PackagePurpose::Application));
/// assert!(manifest.audience.iter().any(|member| member.as_str() == "531000000000000008"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Manifest<'a> {
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
    /// Says that this document is a manifest.
    ///
    /// 表明本文件是资料包清单。
    #[builder(skip)]
    pub document_type: Literal<ManifestDocument>,
    /// # Package id · 资料包标识号
    /// The id of the package. Passing on a part of it makes a package with an id of its own.
    ///
    /// 资料包的标识号；转交其中一部分时应另立标识号。
    pub package_id: IdText<'a>,
    /// # Root document · 主文件
    /// The name of the entry to read first, such as the application.
    ///
    /// 应首先阅读的条目名称，如申请。
    pub root: EntryNameText<'a>,
    /// # Sender · 发送方
    /// Who made the package.
    ///
    /// 制作资料包的一方。
    pub sender: Option<Sender<'a>>,
    /// # Audience · 接收机构
    /// The unified social credit codes of the organisations for which the package is made; anybody else must
    /// not use it.
    ///
    /// 资料包所面向的机构的统一社会信用代码，其他机构不得使用。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub audience: List<OrganisationCodeText<'a>, 200>,
    /// # Purpose · 用途
    /// What the package is sent for.
    ///
    /// 发送资料包的用途。
    pub purpose: Option<PackagePurpose>,
    /// # Consents · 依据的同意
    /// The consents on which the sending rests.
    ///
    /// 发送所依据的授权同意书的标识号。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub consent_ids: List<IdText<'a>, 200>,
    /// # Created · 制作时刻
    /// When the package was made.
    ///
    /// 资料包制作的时刻。
    pub created_at: InstantText<'a>,
    /// # Expires · 失效时刻
    /// When the receiver must stop relying on the package and fetch a new one.
    ///
    /// 接收方自此不得再依据本资料包，应另行索取。
    pub expires_at: Option<InstantText<'a>>,
    /// # Derived from · 来源资料包
    /// The SHA-256 digest of the manifest of the package from which this one was made by leaving something
    /// out.
    ///
    /// 由另一资料包删减而成时，原资料包清单的 SHA-256 摘要。
    pub derived_from: Option<DigestText<'a>>,
    /// # Entries · 条目
    /// Every entry of the package except this manifest and the signatures.
    ///
    /// 资料包内除本清单和签名之外的全部条目。
    pub entries: List<ManifestEntry<'a>, 2000>,
    /// # Extensions · 扩展数据
    /// Members' own data, preserved and never judged.
    ///
    /// 成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}

/// # Sender · 发送方
/// The family, helper or organisation that made a package.
///
/// 制作资料包的家庭、协助者或机构。
///
/// ```
/// use tongzhou::{code::lists::SubmitterRole, model::manifest::Sender};
///
/// let sender = Sender::builder().role(SubmitterRole::Guardian).name("周小禾".parse()?).build();
/// assert_eq!(serde_json::to_string(&sender)?, r#"{"role":"guardian","name":"周小禾"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Sender<'a> {
    /// # Role · 角色
    /// In what role the sender acts.
    ///
    /// 发送方的角色。
    pub role: Option<SubmitterRole>,
    /// # Code · 统一社会信用代码
    /// The unified social credit code, if the sender is an organisation.
    ///
    /// 发送方为机构时的统一社会信用代码。
    pub organisation_code: Option<OrganisationCodeText<'a>>,
    /// # Name · 名称
    /// The name of the organisation or person.
    ///
    /// 机构名称或个人姓名。
    pub name: Option<TitleText<'a>>,
}

/// # Entry of a package · 资料包条目
/// One file of the package.
///
/// 资料包中的一个文件。
///
/// ```
/// use tongzhou::{code::lists::DataClass, json, model::manifest::{ManifestEntry, MediaType}};
///
/// let text = r#"{
///     "name": "documents/019a0000-0000-7000-8000-000000000168.png", "classes": ["financial-account"],
///     "mediaType": "image/png", "size": 2714, "originalName": "银行卡.png",
///     "sha256": "251c7f59007ca1d5ff81846a736f70410d80a1d6a36975c5148f8d86bc6dd05f"
/// }"#;
/// let entry: ManifestEntry = json::from_str(text)?;
/// assert_eq!((entry.media_type, entry.size.get()), (MediaType::Png, 2714));
/// assert_eq!(entry.classes[0], DataClass::FinancialAccount);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ManifestEntry<'a> {
    /// # Entry name · 条目名称
    /// The name of the entry inside the package, made of its folder, its id and its ending.
    ///
    /// 条目在资料包中的名称，由目录、标识号和扩展名组成。
    pub name: EntryNameText<'a>,
    /// # Classes of information · 信息种类
    /// The classes of personal information that the entry holds, which consents name too.
    ///
    /// 该条目所含个人信息的种类，与授权同意书所列一致。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub classes: List<DataClass, 20>,
    /// # Media type · 媒体类型
    /// The format of the file.
    ///
    /// 文件格式。
    pub media_type: MediaType,
    /// # Size · 大小
    /// The number of bytes of the file, not compressed.
    ///
    /// 文件未压缩时的字节数。
    pub size: Size,
    /// # Digest · 摘要
    /// The SHA-256 digest of the file's bytes.
    ///
    /// 文件内容的 SHA-256 摘要。
    pub sha256: DigestText<'a>,
    /// # Original file name · 原文件名
    /// The name the file had on the sender's device. It may name the child, so it is never shown in reports.
    ///
    /// 文件在发送方设备上的原名；可能含有儿童姓名，报告中从不显示。
    pub original_name: Option<ShortText<'a>>,
}

/// The formats that a package may hold.
///
/// ```
/// use tongzhou::{json, model::manifest::MediaType};
///
/// assert_eq!(json::from_str::<MediaType>(r#""image/jpeg""#)?, MediaType::Jpeg);
/// assert_eq!(MediaType::Jpeg.extension(), "jpg");
/// assert_eq!(MediaType::ALL.len(), 6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MediaType {
    /// A document of the standard.
    #[serde(rename = "application/json")]
    Json,
    /// A PDF file.
    #[serde(rename = "application/pdf")]
    Pdf,
    /// A photo or scan as JPEG.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// A photo or scan as PNG.
    #[serde(rename = "image/png")]
    Png,
    /// An OFD file, 版式文件.
    #[serde(rename = "application/ofd")]
    Ofd,
    /// An XML file, such as that of a fiscal e-bill.
    #[serde(rename = "application/xml")]
    Xml,
}

impl MediaType {
    /// Every format.
    pub const ALL: [Self; 6] = [Self::Json, Self::Pdf, Self::Jpeg, Self::Png, Self::Ofd, Self::Xml];

    /// The ending that the names of such entries have.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Ofd => "ofd",
            Self::Xml => "xml",
        }
    }
}

impl JsonSchema for MediaType {
    fn schema_name() -> Cow<'static, str> {
        "MediaType".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "Media type",
            "description": "The formats that a package may hold.",
            "x-zh-CN": { "title": "媒体类型", "description": "资料包可以包含的文件格式。" },
            "type": "string",
            "enum": Self::ALL,
        })
    }
}
