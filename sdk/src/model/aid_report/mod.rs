//! The document `aid-report`: aid that a member feeds back to civil affairs for a period, and what the authority
//! answers.
//!
//! Rows are aggregated, without any person. Rows of persons stand beside them, each on a consent of its own; what
//! a report without such consents may say of a person is nothing. A report that was sent is not changed: a later
//! report corrects its rows.

pub mod correction;
pub mod row;

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use self::{
    correction::{Correction, Reply, ReplyRow},
    row::{AggregateRow, IndicatorValue, PersonRow, ReportTotals},
};
use super::{
    extensions::Extensions,
    literal::{Fixed, Literal, Tongzhou},
    organisation::OrganisationRef,
    primitive::List,
    texts::{DateText, IdText, LongText, NameText, PhoneText, RegionText, ShortText, TitleText},
    version::Version,
};

/// The type of this document: `aid-report`.
///
/// ```
/// use tongzhou::model::{aid_report::AidReportDocument, literal::Fixed};
///
/// assert_eq!(AidReportDocument::TEXT, "aid-report");
/// ```
pub enum AidReportDocument {}
impl Fixed for AidReportDocument {
    const TEXT: &'static str = "aid-report";
}

/// # Report of aid · 救助信息报送
/// Aid of a period that a member reports to civil affairs.
///
/// 成员机构就某一期间向民政部门报送的救助信息。
///
/// ```
/// use tongzhou::{json, model::AidReport};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "aid-report",
///     "reportId": "019a0000-0000-7000-8000-000000000f01", "reporter": { "name": "示例儿童大病救助基金会" },
///     "recipient": { "organisation": { "name": "示例县民政局" }, "region": "331122" },
///     "periodFrom": "2026-07-01", "periodUntil": "2026-08-31",
///     "totals": { "times": 63, "amount": "204000.00", "persons": 28 }
/// }"#;
/// let report: AidReport = json::from_str(text)?;
/// assert_eq!(report.recipient.organisation.name.as_str(), "示例县民政局");
/// assert_eq!(report.period_until.as_str(), "2026-08-31");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AidReport<'a> {
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
    /// Says that this document is a report of aid.
    ///
    /// 表明本文件是救助信息报送。
    #[builder(skip)]
    pub document_type: Literal<AidReportDocument>,
    /// # Report id · 报送标识号
    /// The id of this report.
    ///
    /// 本次报送的标识号。
    pub report_id: IdText<'a>,
    /// # Reported by · 报送机构
    /// The organisation that reports.
    ///
    /// 报送信息的机构。
    pub reporter: OrganisationRef<'a>,
    /// # Reported to · 接收部门
    /// The authority that receives the report.
    ///
    /// 接收报送的部门。
    pub recipient: Authority<'a>,
    /// # From · 期间开始
    /// The first day of the period.
    ///
    /// 报送期间的第一天。
    pub period_from: DateText<'a>,
    /// # Until · 期间结束
    /// The last day of the period.
    ///
    /// 报送期间的最后一天。
    pub period_until: DateText<'a>,
    /// # Due on · 报送期限
    /// The day by which the report was to be sent.
    ///
    /// 应当报送的最后日期。
    pub due_on: Option<DateText<'a>>,
    /// # Sent on · 报送日期
    /// The day on which the report was sent.
    ///
    /// 实际报送的日期。
    pub submitted_on: Option<DateText<'a>>,
    /// # Why it is late · 逾期原因
    /// Why the report comes after the day it was due.
    ///
    /// 超过期限报送的原因。
    pub late_reason: Option<ShortText<'a>>,
    /// # Prepared by · 填报人
    /// Who prepared the report.
    ///
    /// 填报人。
    pub prepared_by: Option<NameText<'a>>,
    /// # Telephone · 联系电话
    /// Where questions are answered.
    ///
    /// 答复询问的电话。
    pub phone: Option<PhoneText<'a>>,
    /// # Aggregated rows · 汇总行
    /// Aid added up, without any person.
    ///
    /// 汇总的救助信息，不含个人。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub rows: List<AggregateRow<'a>, 2000>,
    /// # Totals · 合计
    /// What the aggregated rows come to.
    ///
    /// 汇总行的合计。
    pub totals: Option<ReportTotals<'a>>,
    /// # Persons · 个人行
    /// Aid to persons who consented to being reported.
    ///
    /// 已同意报送的个人的救助信息。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub persons: List<PersonRow<'a>, 1500>,
    /// # Corrections · 更正
    /// Rows of earlier reports that were wrong.
    ///
    /// 对以前报送内容的更正。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub corrections: List<Correction<'a>, 2000>,
    /// # Replies · 核对反馈
    /// What the authority answered.
    ///
    /// 接收部门核对后的反馈。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub replies: List<Reply<'a>, 5>,
    /// # Indicators · 评估指标
    /// Indicators of the period for evaluation.
    ///
    /// 本期间用于评估的指标。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub indicators: List<IndicatorValue<'a>, 50>,
    /// # Remark · 备注
    /// Anything else that belongs to the report.
    ///
    /// 与本次报送有关的其他说明。
    pub remark: Option<LongText<'a>>,
    /// # Extensions · 扩展数据
    /// Members' own data, preserved and never judged.
    ///
    /// 成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}

/// # Authority · 接收部门
/// The authority that receives a report.
///
/// 接收报送的部门。
///
/// ```
/// use tongzhou::{json, model::aid_report::Authority};
///
/// let text = r#"{ "organisation": { "name": "示例县民政局" }, "region": "331122" }"#;
/// let authority: Authority = json::from_str(text)?;
/// assert_eq!(authority.region, Some("331122".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Authority<'a> {
    /// # Organisation · 部门
    /// Which authority.
    ///
    /// 哪个部门。
    pub organisation: OrganisationRef<'a>,
    /// # Division · 行政区划
    /// The division that it is in charge of.
    ///
    /// 其管辖的行政区划代码。
    pub region: Option<RegionText<'a>>,
    /// # System · 系统
    /// The system that takes in the report, if not a file.
    ///
    /// 通过系统接收的，填系统名称。
    pub system: Option<TitleText<'a>>,
}
