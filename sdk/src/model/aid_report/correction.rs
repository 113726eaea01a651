//! Corrections of earlier reports, and what the authority answered.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{Hardship, ReportCorrectionReason, ReportRowResult},
    model::{
        organisation::OrganisationRef,
        primitive::{Count, List},
        texts::{DateText, IdText, MoneyText, NumberText, ShortText},
    },
};

/// # Correction · 更正
/// A row of an earlier report that was wrong, and what is right.
///
/// 以前报送中有误的一行及更正内容。
///
/// ```
/// use tongzhou::{code::lists::ReportCorrectionReason, json, model::aid_report::Correction};
///
/// let text = r#"{
///     "reportId": "019a0000-0000-7000-8000-000000000f02", "rowId": "019a0000-0000-7000-8000-000000000f41",
///     "reason": "entered-wrongly", "persons": 9, "amount": "90000.00"
/// }"#;
/// let correction: Correction = json::from_str(text)?;
/// assert_eq!(correction.reason, ReportCorrectionReason::EnteredWrongly);
/// assert_eq!(correction.persons.map(|persons| persons.get()), Some(9));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Correction<'a> {
    /// # Report · 原报送标识号
    /// The report that the row stands in.
    ///
    /// 该行所在的报送。
    pub report_id: IdText<'a>,
    /// # Row · 原行标识号
    /// The row that is corrected.
    ///
    /// 被更正的行。
    pub row_id: IdText<'a>,
    /// # Reason · 更正原因
    /// Why it is corrected.
    ///
    /// 更正的原因。
    pub reason: ReportCorrectionReason,
    /// # Removed · 是否删除
    /// True where the row is to be taken out altogether.
    ///
    /// 整行删除的为 true。
    pub removed: Option<bool>,
    /// # Replaced by · 替代行
    /// The row of this report that stands in its place.
    ///
    /// 本次报送中替代它的行。
    pub replaced_by_row_id: Option<IdText<'a>>,
    /// # Persons · 更正后人数
    /// The right number of persons.
    ///
    /// 更正后的人数。
    pub persons: Option<Count<100000000>>,
    /// # Times · 更正后人次
    /// The right number of times.
    ///
    /// 更正后的人次。
    pub times: Option<Count<100000000>>,
    /// # Amount · 更正后金额
    /// The right amount.
    ///
    /// 更正后的金额。
    pub amount: Option<MoneyText<'a>>,
    /// # Note · 说明
    /// Anything else about it.
    ///
    /// 其他说明。
    pub note: Option<ShortText<'a>>,
}

/// # Reply · 核对反馈
/// What the authority found when it compared the report with its own records.
///
/// 接收部门与自身数据核对后的反馈。
///
/// ```
/// use tongzhou::{code::lists::ReportRowResult, json, model::aid_report::Reply};
///
/// let text = r#"{
///     "authority": { "name": "示例县民政局" }, "repliedOn": "2026-09-25",
///     "rows": [{ "rowId": "019a0000-0000-7000-8000-000000000f11", "result": "agrees" }]
/// }"#;
/// let reply: Reply = json::from_str(text)?;
/// assert_eq!(reply.rows[0].result, ReportRowResult::Agrees);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Reply<'a> {
    /// # Authority · 反馈部门
    /// Which authority answers.
    ///
    /// 作出反馈的部门。
    pub authority: OrganisationRef<'a>,
    /// # Date · 反馈日期
    /// The day of the answer.
    ///
    /// 反馈的日期。
    pub replied_on: DateText<'a>,
    /// # Number · 反馈文号
    /// The number of the answer.
    ///
    /// 反馈的文号。
    pub number: Option<NumberText<'a>>,
    /// # Rows · 逐行结果
    /// What was found of each row.
    ///
    /// 逐行的核对结果。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub rows: List<ReplyRow<'a>, 1000>,
    /// # Note · 说明
    /// Anything else in the answer.
    ///
    /// 其他说明。
    pub note: Option<ShortText<'a>>,
}

/// # Row of a reply · 逐行结果
/// What was found of one row.
///
/// 一行的核对结果。
///
/// ```
/// use tongzhou::{code::lists::{Hardship, ReportRowResult}, json, model::aid_report::ReplyRow};
///
/// let text = r#"{
///     "rowId": "019a0000-0000-7000-8000-000000000f21", "result": "status-adjusted",
///     "adjustedHardships": ["dibao"], "adjustedOn": "2026-10-01"
/// }"#;
/// let row: ReplyRow = json::from_str(text)?;
/// assert_eq!(row.result, ReportRowResult::StatusAdjusted);
/// assert!(row.adjusted_hardships.contains(&Hardship::Dibao), "now on minimum living allowance");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReplyRow<'a> {
    /// # Row · 行标识号
    /// The row of this report.
    ///
    /// 本次报送中的行。
    pub row_id: IdText<'a>,
    /// # Result · 核对结果
    /// What was found.
    ///
    /// 核对结果。
    pub result: ReportRowResult,
    /// # Statuses adjusted · 调整后的困难类别
    /// The statuses as the authority has adjusted them.
    ///
    /// 部门调整后的困难身份。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub adjusted_hardships: List<Hardship, 6>,
    /// # Adjusted on · 调整日期
    /// The day from which they hold.
    ///
    /// 调整生效的日期。
    pub adjusted_on: Option<DateText<'a>>,
    /// # Note · 说明
    /// What is different.
    ///
    /// 不一致之处。
    pub note: Option<ShortText<'a>>,
}
