//! The rows of a report of aid.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::{
        OpenCode,
        lists::{
            AidKind, DiseaseCatalogue, GovernmentAidScheme, Hardship, Indicator, MoneyNature, ServiceNeed,
        },
    },
    model::{
        primitive::{Count, List},
        texts::{
            DateText, DecimalText, IdText, MaskedText, MoneyText, MonthText, NameText, RegionText, ShortText,
            TitleText,
        },
    },
};

/// # Aggregated row · 汇总行
/// Aid of one kind in one division, added up.
///
/// 某一地区某一方式救助的汇总。
///
/// ```
/// use tongzhou::{code::lists::{AidKind, MoneyNature}, json, model::aid_report::AggregateRow};
///
/// let text = r#"{
///     "rowId": "019a0000-0000-7000-8000-000000000f11", "region": "331122", "aidKind": "hospital-set-off",
///     "nature": "charity-aid", "hardship": "dibao", "persons": 12, "times": 15, "amount": "180000.00"
/// }"#;
/// let row: AggregateRow = json::from_str(text)?;
/// assert_eq!((row.aid_kind, row.nature), (AidKind::HospitalSetOff, MoneyNature::CharityAid));
/// assert_eq!(row.persons.get(), 12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AggregateRow<'a> {
    /// # Row id · 行标识号
    /// The id by which corrections and replies name the row.
    ///
    /// 供更正和反馈引用的标识号。
    pub row_id: IdText<'a>,
    /// # Division · 行政区划
    /// The division where the persons live.
    ///
    /// 受助人居住地的行政区划代码。
    pub region: Option<RegionText<'a>>,
    /// # Kind of aid · 救助方式
    /// In what form aid was given.
    ///
    /// 以什么形式救助。
    pub aid_kind: AidKind,
    /// # Nature of the money · 资金性质
    /// Whether it is charity aid; gifts raised by an appeal are not.
    ///
    /// 是否属于慈善救助；个人求助所得不属于。
    pub nature: MoneyNature,
    /// # Hardship status · 困难类别
    /// The status of the persons, if the row is of one.
    ///
    /// 按困难身份汇总时填写。
    pub hardship: Option<Hardship>,
    /// # Disease · 病种
    /// The disease, if the row is of one.
    ///
    /// 按病种汇总时填写。
    pub disease: Option<OpenCode<'a, DiseaseCatalogue>>,
    /// # Service · 服务
    /// The service, if the row is of one.
    ///
    /// 按服务汇总时填写。
    pub service: Option<OpenCode<'a, ServiceNeed>>,
    /// # Programme · 项目名称
    /// The programme under which aid was given.
    ///
    /// 救助所属项目的名称。
    pub programme_name: Option<TitleText<'a>>,
    /// # Persons · 人数
    /// How many persons were helped.
    ///
    /// 受助人数。
    pub persons: Count<100000000>,
    /// # Times · 人次
    /// How often aid was given.
    ///
    /// 救助人次。
    pub times: Option<Count<100000000>>,
    /// # Amount · 金额
    /// The money altogether, or the value of goods and services.
    ///
    /// 资金总额，或物资、服务折价。
    pub amount: Option<MoneyText<'a>>,
}

/// # Totals · 合计
/// What the aggregated rows come to; charity aid alone.
///
/// 汇总行的合计，只计慈善救助。
///
/// ```
/// use tongzhou::{model::{aid_report::ReportTotals, primitive::Count}, value::Money};
///
/// let totals = ReportTotals::builder()
///     .persons(Count::saturating(28))
///     .amount("204000.00".parse::<Money>()?.into())
///     .build();
/// assert_eq!(serde_json::to_string(&totals)?, r#"{"amount":"204000.00","persons":28}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReportTotals<'a> {
    /// # Times · 人次
    /// How often aid was given.
    ///
    /// 救助人次。
    pub times: Option<Count<100000000>>,
    /// # Amount · 金额
    /// The charity aid of all rows.
    ///
    /// 各行慈善救助金额之和。
    pub amount: Option<MoneyText<'a>>,
    /// # Persons · 人数
    /// Persons, each counted once, so not more than the rows together.
    ///
    /// 受助人数，同一人只计一次，因此不超过各行人数之和。
    pub persons: Option<Count<100000000>>,
}

/// # Row of a person · 个人行
/// Aid to one person who consented to this report.
///
/// 一名同意报送的受助人的救助信息。
///
/// ```
/// use tongzhou::{code::lists::Hardship, json, model::aid_report::PersonRow, text::Lang};
///
/// let text = r#"{
///     "rowId": "019a0000-0000-7000-8000-000000000f21", "name": "林小满",
///     "maskedIdentifier": "331122************", "hardships": ["dibao-edge"],
///     "aidKind": "hospital-set-off", "nature": "charity-aid", "month": "2026-08", "amount": "20000.00",
///     "possibleSchemes": ["temporary-aid"]
/// }"#;
/// let row: PersonRow = json::from_str(text)?;
/// assert!(row.hardships.contains(&Hardship::DibaoEdge));
/// assert_eq!(row.possible_schemes[0].known().map(|row| row.title(Lang::ZhCn)), Some("临时救助"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PersonRow<'a> {
    /// # Row id · 行标识号
    /// The id by which corrections and replies name the row.
    ///
    /// 供更正和反馈引用的标识号。
    pub row_id: IdText<'a>,
    /// # Consent · 授权同意书标识号
    /// The consent to report this person to the authority.
    ///
    /// 同意向该部门报送的授权同意书。
    pub consent_id: Option<IdText<'a>>,
    /// # Name · 姓名
    /// The name of the person.
    ///
    /// 受助人姓名。
    pub name: Option<NameText<'a>>,
    /// # Number, masked · 证件号码（掩码）
    /// The number of the identity paper, hidden digits as asterisks.
    ///
    /// 证件号码，隐去的各位写作星号。
    pub masked_identifier: Option<MaskedText<'a>>,
    /// # Division · 行政区划
    /// The division where the person lives.
    ///
    /// 居住地的行政区划代码。
    pub region: Option<RegionText<'a>>,
    /// # Hardship statuses · 困难类别
    /// The statuses as the charity knows them.
    ///
    /// 慈善组织掌握的困难身份。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub hardships: List<Hardship, 8>,
    /// # Aid record · 救助记录标识号
    /// The aid record that the row is of.
    ///
    /// 对应的救助记录。
    pub aid_record_id: Option<IdText<'a>>,
    /// # Kind of aid · 救助方式
    /// In what form aid was given.
    ///
    /// 以什么形式救助。
    pub aid_kind: AidKind,
    /// # Nature of the money · 资金性质
    /// Whether it is charity aid; gifts raised by an appeal are not.
    ///
    /// 是否属于慈善救助；个人求助所得不属于。
    pub nature: MoneyNature,
    /// # Month · 月份
    /// The month in which aid was given.
    ///
    /// 给予救助的月份。
    pub month: MonthText<'a>,
    /// # Amount · 金额
    /// The money, or the value of goods and services.
    ///
    /// 金额，或物资、服务折价。
    pub amount: Option<MoneyText<'a>>,
    /// # Programme · 项目名称
    /// The programme under which aid was given.
    ///
    /// 救助所属项目的名称。
    pub programme_name: Option<TitleText<'a>>,
    /// # Possible government aid · 可能符合的政府救助
    /// Government aid that the person may be entitled to and does not have yet, for the authority to look
    /// into.
    ///
    /// 可能符合条件而尚未享受的政府救助，供部门核查。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub possible_schemes: List<OpenCode<'a, GovernmentAidScheme>, 8>,
    /// # Note · 说明
    /// What the authority should know.
    ///
    /// 需要部门了解的情况。
    pub note: Option<ShortText<'a>>,
}

/// # Indicator · 评估指标
/// One figure by which the work of the period is evaluated.
///
/// 评估本期间工作的一项数字。
///
/// ```
/// use tongzhou::{json, model::aid_report::IndicatorValue};
///
/// let text = r#"{ "indicator": "days-to-payment", "value": "12.5", "date": "2026-08-31" }"#;
/// let days: IndicatorValue = json::from_str(text)?;
/// assert_eq!((days.indicator.as_str(), days.value.as_str()), ("days-to-payment", "12.5"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct IndicatorValue<'a> {
    /// # Indicator · 指标
    /// Which indicator.
    ///
    /// 哪项指标。
    pub indicator: OpenCode<'a, Indicator>,
    /// # Value · 数值
    /// Its value; shares in per cent.
    ///
    /// 数值，比例以百分数表示。
    pub value: DecimalText<'a>,
    /// # As of · 截至日期
    /// The day to which it was computed.
    ///
    /// 计算截至的日期。
    pub date: Option<DateText<'a>>,
    /// # Assessed by · 评估方
    /// Who computed it, if a third party did.
    ///
    /// 由第三方评估的，填评估方。
    pub assessed_by: Option<TitleText<'a>>,
    /// # Improvement · 改进措施
    /// What is to be improved.
    ///
    /// 拟采取的改进措施。
    pub improvement: Option<ShortText<'a>>,
}
