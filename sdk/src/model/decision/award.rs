//! What a decision gives: the award notice with its lines, and the agreement on them.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{AidKind, PayeeKind},
    model::{
        funding::FundingLine,
        primitive::{Count, List},
        texts::{DateText, DecimalText, IdText, MoneyText, NameText, NumberText, ShortText},
    },
};

/// # Award notice · 资助告知书
/// What is awarded, told to the family, with the day until which it can be taken up.
///
/// 告知家庭的资助内容以及有效期。
///
/// ```
/// use tongzhou::{code::lists::AidKind, json, model::decision::AwardNotice};
///
/// let text = r#"{
///     "number": "ZZ-2026-0008", "validUntil": "2026-09-30", "total": "30000.00",
///     "lines": [{
///         "awardLineId": "019a0000-0000-7000-8000-000000000872",
///         "kind": "hospital-set-off", "amount": "30000.00"
///     }]
/// }"#;
/// let award: AwardNotice = json::from_str(text)?;
/// assert_eq!(award.total, Some("30000.00".parse()?));
/// assert_eq!(award.lines[0].kind, AidKind::HospitalSetOff);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AwardNotice<'a> {
    /// # Number · 告知书编号
    /// The number of the notice.
    ///
    /// 资助告知书的编号。
    pub number: Option<NumberText<'a>>,
    /// # Given on · 发出日期
    /// When the family was told.
    ///
    /// 告知家庭的日期。
    pub given_on: Option<DateText<'a>>,
    /// # Valid until · 有效期至
    /// The last day on which the award can be taken up.
    ///
    /// 可以凭告知书办理的最后一天，例如交票据。
    pub valid_until: Option<DateText<'a>>,
    /// # Total · 资助总额
    /// The sum of the lines in yuan.
    ///
    /// 各资助项金额之和（元）。
    pub total: Option<MoneyText<'a>>,
    /// # Lines · 资助项
    /// What is awarded, line by line.
    ///
    /// 逐项列明的资助内容。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub lines: List<AwardLine<'a>, 50>,
    /// # Paper · 告知书文件
    /// The id of the notice as a paper.
    ///
    /// 告知书文件的标识号。
    pub document_id: Option<IdText<'a>>,
}

/// # Award line · 资助项
/// One kind of aid with its amount, whose money it is and what it hangs on. A supplement is a line of its own.
///
/// 一项资助的方式、金额、出资和条件；补充资助另立一项。
///
/// ```
/// use tongzhou::{code::lists::AidKind, model::decision::AwardLine, value::Money};
///
/// let line = AwardLine::builder()
///     .award_line_id("019a0000-0000-7000-8000-000000000873".parse()?)
///     .kind(AidKind::Cash)
///     .amount("3000.00".parse::<Money>()?.into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&line)?,
///     r#"{"awardLineId":"019a0000-0000-7000-8000-000000000873","kind":"cash","amount":"3000.00"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AwardLine<'a> {
    /// # Award line id · 资助项标识号
    /// The id of this line, which aid records name.
    ///
    /// 本资助项的标识号，救助记录据此引用。
    pub award_line_id: IdText<'a>,
    /// # Kind of aid · 救助方式
    /// The kind of aid.
    ///
    /// 救助方式。
    pub kind: AidKind,
    /// # Amount · 金额
    /// The most that is paid or given on this line, in yuan; for goods and services their value.
    ///
    /// 本项最多支付的金额（元）；物资和服务写价值。
    pub amount: Option<MoneyText<'a>>,
    /// # Rate · 比例
    /// The part of what the family bears that is paid, in per cent.
    ///
    /// 按家庭负担的百分之几支付。
    pub rate: Option<DecimalText<'a>>,
    /// # Purpose · 用途
    /// What it is for.
    ///
    /// 资助的用途。
    pub purpose: Option<ShortText<'a>>,
    /// # Funding · 出资
    /// Whose money it is.
    ///
    /// 资金由谁承担。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub funding: List<FundingLine<'a>, 20>,
    /// # Conditions · 条件
    /// What has to happen before it is paid.
    ///
    /// 拨付之前应当满足的条件。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub conditions: List<AwardCondition<'a>, 20>,
    /// # Kind of payee · 收款方类别
    /// Into whose hands it is paid.
    ///
    /// 支付给哪类收款方。
    pub payee_kind: Option<PayeeKind>,
    /// # Payee · 收款方
    /// The payee of the application.
    ///
    /// 申请中的收款方。
    pub payee_id: Option<IdText<'a>>,
    /// # Supplement to · 补充的资助项
    /// The earlier line to which this one adds.
    ///
    /// 本项所补充的先前资助项。
    pub supplements_award_line_id: Option<IdText<'a>>,
    /// # Valid until · 有效期至
    /// The last day for this line, where it is not that of the notice.
    ///
    /// 本项的有效期，与告知书不同时填写。
    pub valid_until: Option<DateText<'a>>,
    /// # Number of the grant · 第几次资助
    /// The how-manieth grant of this programme to this child.
    ///
    /// 该项目给该儿童的第几次资助。
    pub ordinal: Option<Count<100>>,
}

/// # Condition of an award · 拨付条件
/// An event or step before a payment, such as the transplant or a bill.
///
/// 拨付之前的一个事件或步骤，如完成移植、提交票据。
///
/// ```
/// use tongzhou::{json, model::decision::AwardCondition};
///
/// let text = r#"{ "text": "提交合格的住院票据", "dueOn": "2026-09-30", "metOn": "2026-04-03" }"#;
/// let condition: AwardCondition = json::from_str(text)?;
/// assert_eq!(condition.met_on, Some("2026-04-03".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AwardCondition<'a> {
    /// # Condition · 条件
    /// What has to happen.
    ///
    /// 应当满足的条件。
    pub text: ShortText<'a>,
    /// # Amount · 对应金额
    /// What is paid when it has happened, in yuan.
    ///
    /// 条件满足后支付的金额（元）。
    pub amount: Option<MoneyText<'a>>,
    /// # Due · 期限
    /// Until when it has to happen.
    ///
    /// 条件应当满足的期限。
    pub due_on: Option<DateText<'a>>,
    /// # Met on · 满足日期
    /// When it happened.
    ///
    /// 条件满足的日期。
    pub met_on: Option<DateText<'a>>,
    /// # Papers that show it · 证明材料
    /// The papers that show that it happened.
    ///
    /// 证明条件已满足的材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}

/// # Agreement · 资助协议
/// What charity and family agreed on: use, amount and manner, and what happens when money is misused.
///
/// 慈善组织与受助家庭约定的用途、数额、使用方式，以及未按约定使用时如何处理。
///
/// ```
/// use tongzhou::{json, model::decision::Agreement};
///
/// let text = r#"{
///     "number": "XY-2026-0008", "signedOn": "2026-04-02", "signedBy": "何晓岚", "amount": "33000.00"
/// }"#;
/// let agreement: Agreement = json::from_str(text)?;
/// assert_eq!(agreement.number, Some("XY-2026-0008".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Agreement<'a> {
    /// # Number · 协议编号
    /// The number of the agreement.
    ///
    /// 协议编号。
    pub number: Option<NumberText<'a>>,
    /// # Signed on · 签订日期
    /// When it was signed.
    ///
    /// 协议签订日期。
    pub signed_on: Option<DateText<'a>>,
    /// # Signed by · 签订人
    /// Who signed for the family.
    ///
    /// 代表受助家庭签订的人。
    pub signed_by: Option<NameText<'a>>,
    /// # Guardian · 对应监护人
    /// The guardian of the application who signed.
    ///
    /// 签订协议的监护人在申请中的标识号。
    pub guardian_id: Option<IdText<'a>>,
    /// # Use · 约定用途
    /// What the money is to be used for.
    ///
    /// 约定的资金用途。
    pub purpose: Option<ShortText<'a>>,
    /// # Amount · 约定数额
    /// The amount agreed on, in yuan.
    ///
    /// 约定的数额（元）。
    pub amount: Option<MoneyText<'a>>,
    /// # Manner · 使用方式
    /// How the money is paid and used.
    ///
    /// 约定的支付和使用方式。
    pub manner: Option<ShortText<'a>>,
    /// # Return · 返还约定
    /// When money is to be returned.
    ///
    /// 需要返还资金的情形。
    pub return_terms: Option<ShortText<'a>>,
    /// # Paper · 协议文件
    /// The id of the agreement as a paper.
    ///
    /// 协议文件的标识号。
    pub document_id: Option<IdText<'a>>,
}
