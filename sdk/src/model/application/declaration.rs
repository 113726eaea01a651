//! What the applicant declares, and what the family says about public notice.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::lists::{DeclarationKind, PublicNoticeMode};
use crate::model::texts::{DateText, IdText, LongText, NameText, VersionText};

/// # Declaration · 声明承诺
/// One thing that somebody declares and answers for.
///
/// 一项由声明人负责的声明或承诺。
///
/// ```
/// use tongzhou::{code::lists::DeclarationKind, model::application::Declaration, value::Date};
///
/// let declaration = Declaration::builder()
///     .kind(DeclarationKind::Truthfulness)
///     .declared_by("周小禾".parse()?)
///     .declared_on("2026-09-18".parse::<Date>()?.into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&declaration)?,
///     r#"{"kind":"truthfulness","declaredBy":"周小禾","declaredOn":"2026-09-18"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Declaration<'a> {
    /// # Kind · 声明类型
    /// What is declared.
    ///
    /// 声明的内容类别。
    pub kind: DeclarationKind,
    /// # Guardian who declares · 声明的监护人
    /// The guardian who declares it.
    ///
    /// 作出声明的监护人。
    pub guardian_id: Option<IdText<'a>>,
    /// # Declared by the child · 是否患儿本人声明
    /// Whether the child itself declares it, as from the age of fourteen.
    ///
    /// 是否由患儿本人声明（如已满十四周岁）。
    pub by_child: Option<bool>,
    /// # Who declares · 声明人
    /// The name of who declares it, where it is neither.
    ///
    /// 既非监护人也非患儿时，填声明人姓名。
    pub declared_by: Option<NameText<'a>>,
    /// # Declared on · 声明日期
    /// When it was declared.
    ///
    /// 声明日期。
    pub declared_on: Option<DateText<'a>>,
    /// # Version of the wording · 文本版本
    /// The version of the form that was read or signed.
    ///
    /// 所读或所签文本的版本。
    pub wording_version: Option<VersionText<'a>>,
    /// # In words · 声明内容
    /// What is declared, where the kind does not tell or where it needs particulars.
    ///
    /// 类型不能说明或需要具体说明时，填声明内容。
    pub text: Option<LongText<'a>>,
    /// # Signed paper · 签署材料
    /// The signed paper in this package.
    ///
    /// 本包中已签署的声明材料。
    pub document_id: Option<IdText<'a>>,
}

/// # Public notice · 公示意愿
/// How the family wishes to appear in a charity's public notice; without consent it appears by code only.
///
/// 家庭对公示方式的意愿；未同意的只以编号公示。
///
/// ```
/// use tongzhou::{code::lists::PublicNoticeMode, json, model::application::PublicNotice};
///
/// let notice: PublicNotice = json::from_str(r#"{ "agreed": true, "mode": "masked" }"#)?;
/// assert_eq!(notice.mode, Some(PublicNoticeMode::Masked));
///
/// let none = PublicNotice::builder().agreed(false).build();
/// assert_eq!(serde_json::to_string(&none)?, r#"{"agreed":false}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PublicNotice<'a> {
    /// # Agreed · 是否同意公示
    /// Whether the family agrees to be named in part.
    ///
    /// 是否同意以隐去部分信息的方式公示。
    pub agreed: bool,
    /// # Mode · 公示方式
    /// Masked shows surname, age band, city and disease group; code-only shows a number.
    ///
    /// 脱敏公示只显示姓氏、年龄段、城市和病种；编号公示只显示编号。
    pub mode: Option<PublicNoticeMode>,
    /// # Consent · 授权同意书标识号
    /// The separate consent to publication.
    ///
    /// 单独同意公示的授权同意书。
    pub consent_id: Option<IdText<'a>>,
}
