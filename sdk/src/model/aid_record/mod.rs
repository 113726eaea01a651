//! The document `aid-record`: a member's own record of one aid, which leaves it only sealed.
//!
//! It names the award line on which it rests, says whose money it was, on which receipts it was used and how much of
//! each, what became of it over time, and what was seen afterwards. What others learn of it is an entry without
//! amounts and names; this record stays at home.

pub mod follow_up;
pub mod given;

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use self::{
    follow_up::{FollowUp, Leftover},
    given::{
        Beneficiary, GivenDrug, GivenGoods, GivenInsurance, GivenService, GivenSurgery, GroupAid, PayeeUsed,
    },
};
use super::{
    extensions::Extensions,
    funding::{FundingLine, NamedFund},
    lifecycle::Actor,
    literal::{Fixed, Literal, Tongzhou},
    organisation::OrganisationRef,
    primitive::List,
    texts::{
        DateText, ForeignCodeText, IdText, InstantText, LongText, MoneyText, NumberText, ShortText, TitleText,
    },
    version::Version,
};
use crate::code::lists::{AidKind, AidStatus, JointMode, ReturnReason};

/// The type of this document: `aid-record`.
///
/// ```
/// use tongzhou::model::{aid_record::AidRecordDocument, literal::Fixed};
///
/// assert_eq!(AidRecordDocument::TEXT, "aid-record");
/// ```
pub enum AidRecordDocument {}
impl Fixed for AidRecordDocument {
    const TEXT: &'static str = "aid-record";
}

/// # Aid record · 救助记录
/// One aid that a member promised or gave: what, whose money, on which bills, and what became of it.
///
/// 成员机构承诺或给予的一项救助：给了什么、谁出的钱、用在哪些票据上、后来怎样。
///
/// ```
/// use tongzhou::{code::lists::{AidKind, AidStatus}, json, model::AidRecord};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "aid-record",
///     "aidRecordId": "019a0000-0000-7000-8000-000000000875",
///     "organisation": { "name": "示例儿童大病救助基金会" }, "programmeName": "示例血液病儿童救助项目",
///     "kind": "hospital-set-off", "amount": "30000.00", "status": "paid",
///     "receipts": [{ "receiptId": "019a0000-0000-7000-8000-000000000840", "amount": "30000.00" }],
///     "history": [{ "status": "paid", "happenedOn": "2026-04-08", "amount": "30000.00" }]
/// }"#;
/// let record: AidRecord = json::from_str(text)?;
/// assert_eq!((record.kind, record.status), (AidKind::HospitalSetOff, AidStatus::Paid));
/// assert_eq!(record.receipts[0].amount.as_str(), "30000.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AidRecord<'a> {
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
    /// Says that this document is an aid record.
    ///
    /// 表明本文件是救助记录。
    #[builder(skip)]
    pub document_type: Literal<AidRecordDocument>,
    /// # Aid record id · 救助记录标识号
    /// The id of this record.
    ///
    /// 本救助记录的标识号。
    pub aid_record_id: IdText<'a>,
    /// # Decision · 审核结果
    /// The decision on which the aid rests.
    ///
    /// 救助所依据的审核结果。
    pub decision_id: Option<IdText<'a>>,
    /// # Award line · 资助项
    /// The line of the award that this aid carries out.
    ///
    /// 本次救助所执行的资助项。
    pub award_line_id: Option<IdText<'a>>,
    /// # Claims · 费用占用标识号
    /// The claims that were made on bills for this aid.
    ///
    /// 为本次救助在票据上登记的费用占用。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub claim_ids: List<IdText<'a>, 1000>,
    /// # Given by · 救助机构
    /// The organisation that gives the aid and keeps this record.
    ///
    /// 给予救助并保存本记录的机构。
    pub organisation: OrganisationRef<'a>,
    /// # Named fund · 专项基金
    /// The named fund from which it comes.
    ///
    /// 救助所属的专项基金。
    pub fund: Option<NamedFund<'a>>,
    /// # Programme · 项目编号
    /// The programme under which it is given.
    ///
    /// 救助所属的项目编号。
    pub programme_id: Option<ForeignCodeText<'a>>,
    /// # Name of the programme · 项目名称
    /// The name of the programme.
    ///
    /// 项目名称。
    pub programme_name: Option<TitleText<'a>>,
    /// # Who receives it · 受助对象
    /// Who is helped, where no application says so.
    ///
    /// 没有对应申请时，写明受助的是谁。
    pub beneficiary: Option<Beneficiary<'a>>,
    /// # Aid to many · 批量发放
    /// Aid given to many at once, without a medical case.
    ///
    /// 不针对具体病例、一次发给多人的救助。
    pub group_aid: Option<GroupAid<'a>>,
    /// # Consents · 授权同意书
    /// The consents under which the aid was paid and recorded.
    ///
    /// 支付和登记救助所依据的授权同意书。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub consent_ids: List<IdText<'a>, 20>,
    /// # Kind of aid · 救助方式
    /// The kind of aid.
    ///
    /// 救助方式。
    pub kind: AidKind,
    /// # Amount · 金额
    /// What was promised or given, in yuan; for goods and services their value.
    ///
    /// 承诺或给予的金额（元）；物资和服务写价值。
    pub amount: Option<MoneyText<'a>>,
    /// # Funding · 出资
    /// Whose money it is.
    ///
    /// 资金由谁承担。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub funding: List<FundingLine<'a>, 20>,
    /// # Mode of joint aid · 联合救助模式
    /// In which way several parties help together.
    ///
    /// 多方共同救助的方式。
    pub joint_mode: Option<JointMode>,
    /// # Drugs · 药品
    /// The drugs that were given or paid for.
    ///
    /// 赠与或资助的药品。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub drugs: List<GivenDrug<'a>, 50>,
    /// # Operation · 手术
    /// The operation that was paid for.
    ///
    /// 资助的手术。
    pub surgery: Option<GivenSurgery<'a>>,
    /// # Services · 服务
    /// The services that were given.
    ///
    /// 提供的服务。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub services: List<GivenService<'a>, 50>,
    /// # Insurance · 保险
    /// The insurance that was bought.
    ///
    /// 购买的保险。
    pub insurance: Option<GivenInsurance<'a>>,
    /// # Goods · 物资
    /// The goods that were given.
    ///
    /// 发放的物资。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub goods: List<GivenGoods<'a>, 100>,
    /// # Receipts used · 使用的票据
    /// On which bills the aid was used, and how much of it on each.
    ///
    /// 救助用在哪些票据上，每张用了多少。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub receipts: List<ReceiptUse<'a>, 1000>,
    /// # Payee · 收款方
    /// Into whose hands it was paid.
    ///
    /// 实际支付给谁。
    pub payee: Option<PayeeUsed<'a>>,
    /// # Status · 当前状态
    /// Where the aid stands now.
    ///
    /// 救助目前的状态。
    pub status: AidStatus,
    /// # History · 状态历史
    /// What happened to the aid, earliest first; the last says where it stands now.
    ///
    /// 救助经历的各个环节，按先后排列，最后一个即当前状态。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub history: List<AidEvent<'a>, 200>,
    /// # Follow-ups · 回访
    /// Visits and calls after the aid.
    ///
    /// 救助之后的回访。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub follow_ups: List<FollowUp<'a>, 100>,
    /// # What is left · 结余处理
    /// What became of money that was not used.
    ///
    /// 未用完资金的处理。
    pub leftover: Option<Leftover<'a>>,
    /// # Date of death · 患儿去世日期
    /// The day on which the child died. Relatives keep the right to ask.
    ///
    /// 患儿去世的日期；近亲属仍可查询。
    pub deceased_on: Option<DateText<'a>>,
    /// # Recorded at · 登记时刻
    /// When the aid was recorded, by which its promptness is told.
    ///
    /// 登记救助的时刻，用来衡量登记是否及时。
    pub recorded_at: Option<InstantText<'a>>,
    /// # Recorded by · 登记人
    /// Who recorded it.
    ///
    /// 登记救助的人。
    pub recorded_by: Option<Actor<'a>>,
    /// # Replaces · 所取代的救助记录
    /// The earlier record that this one corrects.
    ///
    /// 本记录更正并取代的先前记录。
    pub replaces_aid_record_id: Option<IdText<'a>>,
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

/// # Use on a receipt · 票据使用
/// How much of an aid was used on one bill. Several payers may share a bill.
///
/// 救助在一张票据上使用的金额；几家可以共同承担一张票据。
///
/// ```
/// use tongzhou::{model::aid_record::ReceiptUse, value::Money};
///
/// let part = ReceiptUse::builder()
///     .receipt_id("019a0000-0000-7000-8000-000000000840".parse()?)
///     .amount("30000.00".parse::<Money>()?.into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&part)?,
///     r#"{"receiptId":"019a0000-0000-7000-8000-000000000840","amount":"30000.00"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReceiptUse<'a> {
    /// # Receipt · 票据
    /// The receipt by its id.
    ///
    /// 票据的标识号。
    pub receipt_id: IdText<'a>,
    /// # Amount · 使用金额
    /// How much of the aid is used on this bill, in yuan.
    ///
    /// 救助在该票据上使用的金额（元）。
    pub amount: MoneyText<'a>,
    /// # Claim · 费用占用标识号
    /// The claim that was made on the bill for it.
    ///
    /// 在该票据上登记的费用占用。
    pub claim_id: Option<IdText<'a>>,
    /// # Burden stated · 认定的家庭负担
    /// What the family bore of the bill by the member's reckoning, in yuan.
    ///
    /// 机构认定的该票据中家庭负担的金额（元）。
    pub stated_burden: Option<MoneyText<'a>>,
}

/// # Event of an aid · 救助环节
/// One status of an aid with its day and amount.
///
/// 救助的一个状态及其日期、金额。
///
/// ```
/// use tongzhou::{code::lists::{AidStatus, ReturnReason}, json, model::aid_record::AidEvent};
///
/// let text = r#"{
///     "status": "returned", "happenedOn": "2026-07-20", "amount": "2000.00",
///     "reason": "医院结算后退回结余", "returnReason": "treatment-ended"
/// }"#;
/// let event: AidEvent = json::from_str(text)?;
/// assert_eq!(event.status, AidStatus::Returned);
/// assert_eq!(event.return_reason, Some(ReturnReason::TreatmentEnded));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AidEvent<'a> {
    /// # Status · 状态
    /// The status that the aid entered.
    ///
    /// 救助进入的状态。
    pub status: AidStatus,
    /// # Date · 日期
    /// The day on which it happened.
    ///
    /// 发生的日期。
    pub happened_on: DateText<'a>,
    /// # Amount · 金额
    /// How much was promised, paid or returned that day, in yuan.
    ///
    /// 当日承诺、支付或返还的金额（元）。
    pub amount: Option<MoneyText<'a>>,
    /// # By · 经办人
    /// Who did it.
    ///
    /// 经办的人。
    pub by: Option<Actor<'a>>,
    /// # Reason · 原因
    /// Why, above all where aid is cancelled or returned.
    ///
    /// 原因，取消或返还时尤应说明。
    pub reason: Option<ShortText<'a>>,
    /// # Reason of a return · 返还原因
    /// Why money came back.
    ///
    /// 资金返还的原因。
    pub return_reason: Option<ReturnReason>,
    /// # Reference · 凭证号
    /// The number of the payment or hand-over.
    ///
    /// 支付或交付凭证的编号。
    pub reference: Option<NumberText<'a>>,
    /// # Paper · 凭证
    /// The id of the paper that shows it.
    ///
    /// 凭证材料的标识号。
    pub document_id: Option<IdText<'a>>,
}
