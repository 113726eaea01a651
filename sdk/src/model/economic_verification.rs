//! The document `economic-verification`: what the civil affairs authority found out about a household's means.
//!
//! Made on the family's authorisation, for one request, and good for a time. It is a reference for a decision, and
//! it says what was looked at, never what is in the accounts.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    extensions::Extensions,
    literal::{Fixed, Literal, Tongzhou},
    organisation::OrganisationRef,
    primitive::{Count, List},
    texts::{DateText, IdText, LongText, NameText, NumberText, RegionText, ShortText, TitleText},
    version::Version,
};
use crate::code::lists::{EconomicItem, Hardship, Relation, VerificationResult};

/// The type of this document: `economic-verification`.
///
/// ```
/// use tongzhou::model::{economic_verification::EconomicVerificationDocument, literal::Fixed};
///
/// assert_eq!(EconomicVerificationDocument::TEXT, "economic-verification");
/// ```
pub enum EconomicVerificationDocument {}
impl Fixed for EconomicVerificationDocument {
    const TEXT: &'static str = "economic-verification";
}

/// # Economic verification · 家庭经济状况核对报告
/// A report on a household's means by the civil affairs authority, on the family's authorisation.
///
/// 民政部门依家庭授权对家庭经济状况出具的核对报告。
///
/// ```
/// use tongzhou::{code::lists::{Hardship, VerificationResult}, json, model::EconomicVerification};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "economic-verification",
///     "economicVerificationId": "019a0000-0000-7000-8000-000000000979",
///     "requester": { "name": "示例儿童大病救助基金会" }, "issuedOn": "2026-08-12", "validUntil": "2027-08-11",
///     "scope": ["employment-income", "housing"], "result": "partly-confirmed",
///     "items": [{ "item": "housing", "result": "confirmed" }], "hardship": "rigid-expenditure"
/// }"#;
/// let verification: EconomicVerification = json::from_str(text)?;
/// assert_eq!(verification.result, Some(VerificationResult::PartlyConfirmed));
/// assert_eq!(verification.hardship, Some(Hardship::RigidExpenditure));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct EconomicVerification<'a> {
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
    /// Says that this document is an economic verification.
    ///
    /// 表明本文件是家庭经济状况核对报告。
    #[builder(skip)]
    pub document_type: Literal<EconomicVerificationDocument>,
    /// # Verification id · 核对报告标识号
    /// The id of this report.
    ///
    /// 本核对报告的标识号。
    pub economic_verification_id: IdText<'a>,
    /// # Application · 所属申请
    /// The application for which it was made.
    ///
    /// 核对所服务的申请。
    pub application_id: Option<IdText<'a>>,
    /// # Requested by · 提请机构
    /// The organisation that asked for it.
    ///
    /// 提请核对的机构。
    pub requester: OrganisationRef<'a>,
    /// # Requested on · 提请日期
    /// When it was asked for.
    ///
    /// 提请核对的日期。
    pub requested_on: Option<DateText<'a>>,
    /// # Purpose · 用途
    /// What the report is to be used for.
    ///
    /// 核对报告的用途。
    pub purpose: Option<ShortText<'a>>,
    /// # Authorisation · 家庭授权
    /// The family's authorisation to look.
    ///
    /// 家庭授权核对的凭据。
    pub authorisation: Option<FamilyAuthorisation<'a>>,
    /// # Authority · 核对机构
    /// The authority that made it.
    ///
    /// 出具报告的核对机构。
    pub authority: Option<VerifyingAuthority<'a>>,
    /// # Number · 报告编号
    /// The number of the report.
    ///
    /// 核对报告的编号。
    pub number: Option<NumberText<'a>>,
    /// # Issued on · 出具日期
    /// When it was made.
    ///
    /// 出具报告的日期。
    pub issued_on: Option<DateText<'a>>,
    /// # Valid until · 有效期至
    /// The last day on which it may be used.
    ///
    /// 报告可以使用的最后一天。
    pub valid_until: Option<DateText<'a>>,
    /// # Period from · 核对期间起
    /// The first day that was looked at.
    ///
    /// 核对期间的第一天。
    pub period_from: Option<DateText<'a>>,
    /// # Period until · 核对期间止
    /// The last day that was looked at.
    ///
    /// 核对期间的最后一天。
    pub period_until: Option<DateText<'a>>,
    /// # Persons · 核对对象
    /// Whose means were looked at.
    ///
    /// 被核对的家庭成员。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub persons: List<VerifiedPerson<'a>, 30>,
    /// # Scope · 核对范围
    /// What was looked at.
    ///
    /// 核对的内容。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub scope: List<EconomicItem, 30>,
    /// # Result · 核对结果
    /// Whether what the family said holds.
    ///
    /// 家庭申报的情况是否属实。
    pub result: Option<VerificationResult>,
    /// # Results by item · 分项结果
    /// The result for each thing that was looked at, without amounts.
    ///
    /// 各项内容的核对结果，不写金额。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub items: List<ItemResult<'a>, 30>,
    /// # Category recognised · 认定的困难类别
    /// The hardship category that the authority recognised.
    ///
    /// 民政部门认定的困难类别。
    pub hardship: Option<Hardship>,
    /// # Household size · 家庭人口
    /// How many persons the authority counted.
    ///
    /// 核对认定的家庭人口数。
    pub household_size: Option<Count<50>>,
    /// # Dispute · 异议
    /// What the family said against it.
    ///
    /// 家庭对结果的异议。
    pub dispute: Option<VerificationDispute<'a>>,
    /// # Paper · 报告文件
    /// The id of the report as a paper.
    ///
    /// 核对报告文件的标识号。
    pub document_id: Option<IdText<'a>>,
    /// # Remark · 备注
    /// Anything else that belongs here.
    ///
    /// 其他需要说明的情况。
    pub remark: Option<LongText<'a>>,
    /// # Extensions · 扩展数据
    /// Members' own data, preserved and never judged.
    ///
    /// 成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}

/// # Authorisation · 家庭授权
/// On what the authority was allowed to look.
///
/// 核对机构据以查询的家庭授权。
///
/// ```
/// use tongzhou::{json, model::economic_verification::FamilyAuthorisation};
///
/// let text = r#"{
///     "consentId": "019a0000-0000-7000-8000-000000000933", "signedOn": "2026-08-01", "signedBy": ["示例家长"]
/// }"#;
/// let authorisation: FamilyAuthorisation = json::from_str(text)?;
/// assert_eq!(authorisation.signed_by.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct FamilyAuthorisation<'a> {
    /// # Consent · 授权同意书
    /// The consent under which the means were looked at.
    ///
    /// 据以核对的授权同意书。
    pub consent_id: Option<IdText<'a>>,
    /// # Signed on · 签署日期
    /// When the family signed.
    ///
    /// 家庭签署的日期。
    pub signed_on: Option<DateText<'a>>,
    /// # Signed by · 签署人
    /// The adults who signed.
    ///
    /// 签署的成年家庭成员。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub signed_by: List<NameText<'a>, 30>,
    /// # Paper · 凭证
    /// The id of the signed paper.
    ///
    /// 签署文件的标识号。
    pub document_id: Option<IdText<'a>>,
}

/// # Authority · 核对机构
/// The authority that looked.
///
/// 进行核对的机构。
///
/// ```
/// use tongzhou::{json, model::economic_verification::VerifyingAuthority};
///
/// let text = r#"{ "organisation": { "name": "示例区低收入家庭认定指导中心" }, "level": "县（区）", "region": "440106" }"#;
/// let authority: VerifyingAuthority = json::from_str(text)?;
/// assert_eq!(authority.region, Some("440106".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct VerifyingAuthority<'a> {
    /// # Organisation · 机构
    /// The authority by code and name.
    ///
    /// 核对机构的代码和名称。
    pub organisation: OrganisationRef<'a>,
    /// # Level · 层级
    /// The level of the authority.
    ///
    /// 核对机构的层级。
    pub level: Option<TitleText<'a>>,
    /// # Division · 行政区划
    /// The division for which it is in charge.
    ///
    /// 核对机构负责的行政区划。
    pub region: Option<RegionText<'a>>,
}

/// # Person looked at · 核对对象
/// One person of the household.
///
/// 被核对的一名家庭成员。
///
/// ```
/// use tongzhou::{code::lists::Relation, model::economic_verification::VerifiedPerson};
///
/// let person = VerifiedPerson::builder().name("示例家长".parse()?).relation(Relation::Father).build();
/// assert_eq!(serde_json::to_string(&person)?, r#"{"name":"示例家长","relation":"father"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct VerifiedPerson<'a> {
    /// # Name · 姓名
    /// The name of the person.
    ///
    /// 姓名。
    pub name: Option<NameText<'a>>,
    /// # Relation to the child · 与儿童的关系
    /// What the person is to the child.
    ///
    /// 与儿童的关系。
    pub relation: Option<Relation>,
    /// # Guardian · 对应监护人
    /// The guardian of the application, if it is one.
    ///
    /// 是申请中的监护人时，填其标识号。
    pub guardian_id: Option<IdText<'a>>,
    /// # Member of the household · 对应家庭成员
    /// The member of the household of the application, if it is one.
    ///
    /// 是申请中的家庭成员时，填其标识号。
    pub member_id: Option<IdText<'a>>,
}

/// # Result of one item · 分项结果
/// What came of one thing that was looked at.
///
/// 一项内容的核对结果。
///
/// ```
/// use tongzhou::{
///     code::lists::{EconomicItem, VerificationResult},
///     json,
///     model::economic_verification::ItemResult,
/// };
///
/// let text = r#"{ "item": "employment-income", "result": "not-confirmed", "note": "家庭说明是加班费" }"#;
/// let item: ItemResult = json::from_str(text)?;
/// assert_eq!((item.item, item.result), (EconomicItem::EmploymentIncome, VerificationResult::NotConfirmed));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ItemResult<'a> {
    /// # Item · 核对内容
    /// What was looked at.
    ///
    /// 核对的内容。
    pub item: EconomicItem,
    /// # Result · 结果
    /// Whether what the family said of it holds.
    ///
    /// 家庭申报的该项情况是否属实。
    pub result: VerificationResult,
    /// # Note · 说明
    /// What the result means, without amounts.
    ///
    /// 对结果的说明，不写金额。
    pub note: Option<ShortText<'a>>,
}

/// # Dispute · 异议
/// What the family said against the report.
///
/// 家庭对核对报告的异议。
///
/// ```
/// use tongzhou::{
///     code::lists::VerificationResult,
///     json,
///     model::economic_verification::VerificationDispute,
/// };
///
/// let text = r#"{
///     "raisedOn": "2026-08-15", "matter": "加班只有两个月", "resolvedOn": "2026-08-25", "outcome": "confirmed"
/// }"#;
/// let dispute: VerificationDispute = json::from_str(text)?;
/// assert_eq!(dispute.outcome, Some(VerificationResult::Confirmed));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct VerificationDispute<'a> {
    /// # Raised on · 提出日期
    /// When the family objected.
    ///
    /// 提出异议的日期。
    pub raised_on: DateText<'a>,
    /// # Matter · 事由
    /// What the family objected to.
    ///
    /// 异议的事由。
    pub matter: Option<LongText<'a>>,
    /// # Answered on · 答复日期
    /// When it was answered.
    ///
    /// 答复的日期。
    pub resolved_on: Option<DateText<'a>>,
    /// # Outcome · 复核结果
    /// What the second look came to.
    ///
    /// 复核的结果。
    pub outcome: Option<VerificationResult>,
}
