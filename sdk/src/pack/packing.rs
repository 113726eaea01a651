//! `packing.json`: what a working folder says of the package that it is to become.
//!
//! The documents of the standard say everything about the case; what belongs to one sending, and the names that
//! the papers had on somebody's machine, stand here. The smallest one is `{}`, for a folder without papers.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{DataClass, PackagePurpose},
    finding::Finding,
    model::{
        Version,
        extensions::Extensions,
        manifest::Sender,
        primitive::List,
        schema,
        texts::{DigestText, IdText, InstantText, OrganisationCodeText, ShortText},
    },
    structure::{self, Engine},
};

/// # Packing instructions · 打包说明
/// What belongs to one sending, and which paper has which id.
///
/// 一次寄送的情况，以及每份材料的标识号。
///
/// ```
/// use tongzhou::{json, pack::packing::Packing};
///
/// let text = r#"{"purpose": "application", "audience": ["531000000000000008"]}"#;
/// let packing: Packing<'_> = json::from_str(text)?;
/// assert_eq!(packing.audience[0].as_str(), "531000000000000008");
/// # Ok::<(), json::Fault>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Packing<'a> {
    /// # Package id · 资料包标识号
    /// The id of the package; left out, the program gives a fresh one.
    ///
    /// 资料包的标识号；不写时由程序生成。
    pub package_id: Option<IdText<'a>>,
    /// # Created · 制作时刻
    /// When the package was made; left out, the time of packing.
    ///
    /// 资料包制作的时刻；不写时就是打包的时刻。
    pub created_at: Option<InstantText<'a>>,
    /// # Expires · 失效时刻
    /// When the receiver must stop relying on the package and fetch a new one.
    ///
    /// 接收方自此不得再依据本资料包，应另行索取。
    pub expires_at: Option<InstantText<'a>>,
    /// # Purpose · 用途
    /// What the package is sent for.
    ///
    /// 发送资料包的用途。
    pub purpose: Option<PackagePurpose>,
    /// # Root · 主文件
    /// The file that the receiver reads first, such as `records/decision.json`; left out, application.json.
    ///
    /// 接收方首先阅读的文件，例如 `records/decision.json`；不写时就是 application.json。
    pub root: Option<ShortText<'a>>,
    /// # Sender · 发送方
    /// Who makes the package.
    ///
    /// 制作资料包的一方。
    pub sender: Option<Sender<'a>>,
    /// # Audience · 接收机构
    /// The unified social credit codes of the organisations for which the package is made.
    ///
    /// 资料包所面向的机构的统一社会信用代码。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub audience: List<OrganisationCodeText<'a>, 200>,
    /// # Derived from · 来源资料包
    /// The SHA-256 digest of the manifest of the package from which this one was made by leaving something
    /// out.
    ///
    /// 由另一资料包删减而成时，原资料包清单的 SHA-256 摘要。
    pub derived_from: Option<DigestText<'a>>,
    /// # Classes of information · 信息种类
    /// The classes of personal information in the documents of the standard.
    ///
    /// 申请、授权同意书和票据所含个人信息的种类。
    pub classes: Option<Classes>,
    /// # Papers · 材料
    /// Every paper of the folder documents.
    ///
    /// documents 文件夹里的每份材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub documents: List<PackedPaper<'a>, 2000>,
    /// # Extensions · 扩展数据
    /// Members' own data for the manifest, preserved and never judged.
    ///
    /// 写入清单的成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}

/// # Classes of information · 信息种类
/// The classes of personal information that the documents of the standard hold, by the type of document.
///
/// 各类文件所含个人信息的种类。
///
/// ```
/// use tongzhou::{code::lists::DataClass, json, pack::packing::Packing};
///
/// let text = r#"{"classes": {"application": ["identity", "medical"]}}"#;
/// let packing: Packing<'_> = json::from_str(text)?;
/// let classes = packing.classes.unwrap_or_default();
/// assert_eq!(*classes.application, [DataClass::Identity, DataClass::Medical]);
/// assert!(classes.receipts.is_empty());
/// # Ok::<(), json::Fault>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Classes {
    /// # In the application · 申请
    /// Those of application.json.
    ///
    /// application.json 所含的信息种类。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub application: List<DataClass, 20>,
    /// # In consents · 授权同意书
    /// Those of every file in the folder consents.
    ///
    /// consents 里每份文件所含的信息种类。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub consents: List<DataClass, 20>,
    /// # In receipts · 票据
    /// Those of every file in the folder receipts.
    ///
    /// receipts 里每份文件所含的信息种类。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub receipts: List<DataClass, 20>,
    /// # In other records · 其他文件
    /// Those of every file in the folder records.
    ///
    /// records 里每份文件所含的信息种类。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub records: List<DataClass, 20>,
}

/// # Paper · 材料
/// Which file a paper is, and under which id the documents of the standard know it.
///
/// 一份材料是哪个文件、标识号是什么。
///
/// ```
/// use tongzhou::{json, pack::packing::PackedPaper};
///
/// let text = r#"{"file": "diagnosis.pdf", "documentId": "019a0000-0000-7000-8000-000000000163"}"#;
/// let paper: PackedPaper<'_> = json::from_str(text)?;
/// assert_eq!(paper.file.as_str(), "diagnosis.pdf");
/// # Ok::<(), json::Fault>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PackedPaper<'a> {
    /// # File · 文件名
    /// The name of the file in the folder documents; its ending says what kind of file it is.
    ///
    /// documents 里的文件名；扩展名说明它是哪种文件。
    pub file: ShortText<'a>,
    /// # Identifier of the paper · 材料标识号
    /// The documentId by which the application refers to it.
    ///
    /// 申请中这份材料的 documentId。
    pub document_id: IdText<'a>,
    /// # Classes of information · 信息种类
    /// The classes of personal information that it holds.
    ///
    /// 这份材料所含个人信息的种类。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub classes: List<DataClass, 20>,
    /// # Original file name · 原文件名
    /// The name it had on the sender's device, for the receiver; nobody else is shown it.
    ///
    /// 它在发送方设备上的原名，供接收方参考，不向他人显示。
    pub original_name: Option<ShortText<'a>>,
}

/// What may stand in a `packing.json`, as a JSON Schema with titles and descriptions in both languages. It is no
/// part of the standard: what is sent is the package.
///
/// ```
/// let schema = tongzhou::pack::packing::schema();
/// assert_eq!(schema["properties"]["purpose"]["x-zh-CN"]["title"], "用途");
/// ```
pub fn schema() -> Value {
    schema::of::<Packing<'_>>("packing")
}

/// Why a text that was refused is no `packing.json`, place by place.
pub(super) fn explain(text: &str) -> Vec<Finding> {
    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::compile(schema(), Version::latest()));
    structure::explain_other(&ENGINE, text)
}
