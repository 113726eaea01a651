//! Who may receive information under a consent, told as the law asks.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{CrossBorderBasis, ProcessorRole, RecipientClass},
    model::texts::{
        CountryText, EmailText, NameText, NumberText, OrganisationCodeText, PhoneText, ShortText, TitleText,
    },
};

/// # Recipient · 接收方
/// The organisation that may receive the information, as the person was told.
///
/// 按告知内容列明的信息接收机构。
///
/// ```
/// use tongzhou::{code::lists::RecipientClass, json, model::consent::Recipient};
///
/// let text = r#"{
///     "organisationCode": "531000000000000008", "name": "示例儿童大病救助基金会",
///     "contact": { "person": "个人信息保护岗", "phone": "010-00000002" },
///     "role": "controller", "class": "charity", "crossBorder": false
/// }"#;
/// let recipient: Recipient = json::from_str(text)?;
/// assert_eq!(recipient.class, Some(RecipientClass::Charity));
/// assert_eq!(recipient.cross_border, Some(false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Recipient<'a> {
    /// # Code · 统一社会信用代码
    /// The unified social credit code of the recipient.
    ///
    /// 接收方的统一社会信用代码。
    pub organisation_code: Option<OrganisationCodeText<'a>>,
    /// # Name · 名称
    /// The name of the recipient.
    ///
    /// 接收方名称。
    pub name: TitleText<'a>,
    /// # Contact · 联系方式
    /// Where the person reaches the recipient to ask, correct or withdraw.
    ///
    /// 同意人可据以查询、更正或撤回的联系方式。
    pub contact: Option<RecipientContact<'a>>,
    /// # Role in processing · 处理者角色
    /// Whether the recipient decides alone, together with others, or acts on instruction.
    ///
    /// 接收方是单独、共同决定处理，还是受托处理。
    pub role: Option<ProcessorRole>,
    /// # Class · 接收方类别
    /// What kind of organisation the recipient is, such as a charity or a commercial platform.
    ///
    /// 接收方属于哪类机构，如慈善组织、商业平台。
    pub class: Option<RecipientClass>,
    /// # Outside China · 是否出境
    /// True when the information leaves mainland China.
    ///
    /// 信息向境外提供的为 true。
    pub cross_border: Option<bool>,
    /// # Recipient abroad · 境外接收方
    /// What must be told when the information leaves mainland China.
    ///
    /// 向境外提供信息时必须告知的事项。
    pub foreign: Option<ForeignRecipient<'a>>,
}

/// # Contact of a recipient · 接收方联系方式
/// Ways to reach the recipient in matters of personal information.
///
/// 就个人信息事项联系接收方的方式。
///
/// ```
/// use tongzhou::model::consent::RecipientContact;
///
/// let contact = RecipientContact::builder()
///     .person("个人信息保护岗".parse()?)
///     .email("privacy@example.org".parse()?)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&contact)?,
///     r#"{"person":"个人信息保护岗","email":"privacy@example.org"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct RecipientContact<'a> {
    /// # Person · 联系人
    /// The person or office in charge.
    ///
    /// 负责的人员或部门。
    pub person: Option<NameText<'a>>,
    /// # Telephone · 电话
    /// The telephone number.
    ///
    /// 联系电话。
    pub phone: Option<PhoneText<'a>>,
    /// # E-mail · 电子邮箱
    /// The e-mail address.
    ///
    /// 电子邮箱。
    pub email: Option<EmailText<'a>>,
    /// # Address · 地址
    /// The postal address.
    ///
    /// 通信地址。
    pub address: Option<ShortText<'a>>,
}

/// # Recipient abroad · 境外接收方
/// The recipient outside mainland China and the legal ground on which information goes there.
///
/// 境外接收方以及向其提供信息的法律依据。
///
/// ```
/// use tongzhou::{code::lists::CrossBorderBasis, json, model::consent::ForeignRecipient};
///
/// let text = r#"{
///     "name": "Example Cleft Care Foundation", "country": "840", "basis": "standard-contract"
/// }"#;
/// let abroad: ForeignRecipient = json::from_str(text)?;
/// assert_eq!(abroad.country, Some("840".parse()?));
/// assert_eq!(abroad.basis, Some(CrossBorderBasis::StandardContract));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ForeignRecipient<'a> {
    /// # Name · 名称
    /// The name of the recipient abroad.
    ///
    /// 境外接收方名称。
    pub name: TitleText<'a>,
    /// # Country or region · 国家或地区
    /// The country or region by its numeric code of GB/T 2659.
    ///
    /// 国家或地区的数字代码（GB/T 2659）。
    pub country: Option<CountryText<'a>>,
    /// # Contact · 联系方式
    /// Ways to reach the recipient abroad.
    ///
    /// 境外接收方的联系方式。
    pub contact: Option<RecipientContact<'a>>,
    /// # Basis · 出境依据
    /// The ground of the transfer: assessment, certification or standard contract.
    ///
    /// 出境依据：安全评估、保护认证或标准合同。
    pub basis: Option<CrossBorderBasis>,
    /// # Reference · 依据编号
    /// The number of the assessment, certificate or filed contract.
    ///
    /// 评估、认证或合同备案的编号。
    pub reference: Option<NumberText<'a>>,
    /// # How to use one's rights · 行使权利的方式
    /// How the person uses the rights against the recipient abroad.
    ///
    /// 个人向境外接收方行使权利的方式和程序。
    pub rights: Option<ShortText<'a>>,
}
