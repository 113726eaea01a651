//! The document `referral`: one organisation passes a family on to another, with the family's consent.
//!
//! A family that is sent on tells its story once: what was assessed travels along, and the answer comes back.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    application::{Assessment, ExternalReference},
    extensions::Extensions,
    lifecycle::Actor,
    literal::{Fixed, Literal, Tongzhou},
    organisation::OrganisationRef,
    primitive::List,
    texts::{DateText, IdText, InstantText, LongText, MoneyText, NameText, PhoneText, ShortText, TitleText},
    version::Version,
};
use crate::code::{
    OpenCode,
    lists::{
        AidKind, GovernmentAidScheme, MemberRole, ReferralDirection, ReferralOutcome, ReferralReason,
        ServiceNeed, Urgency,
    },
};

/// The type of this document: `referral`.
///
/// ```
/// use tongzhou::model::{literal::Fixed, referral::ReferralDocument};
///
/// assert_eq!(ReferralDocument::TEXT, "referral");
/// ```
pub enum ReferralDocument {}
impl Fixed for ReferralDocument {
    const TEXT: &'static str = "referral";
}

/// # Referral · 转介单
/// One family passed on from one organisation to another: why, on which consent, and what came of it.
///
/// 一家机构把一个家庭转介给另一家机构：为什么、依据哪份授权同意书、结果怎样。
///
/// ```
/// use tongzhou::{code::lists::{MemberRole, ReferralReason}, json, model::Referral};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "referral",
///     "referralId": "019a0000-0000-7000-8000-000000000978", "direction": "outgoing",
///     "from": { "organisation": { "name": "示例大病求助平台" }, "role": "platform" },
///     "to": { "organisation": { "name": "示例血液病儿童关爱基金会" }, "role": "charity" },
///     "reason": "underfunded", "urgency": "scheduled",
///     "fundingGap": { "target": "120000.00", "raised": "46000.00", "gap": "74000.00" }
/// }"#;
/// let referral: Referral = json::from_str(text)?;
/// assert_eq!(referral.reason, ReferralReason::Underfunded);
/// assert_eq!(referral.to.role, Some(MemberRole::Charity));
/// assert!(referral.answer.is_none(), "not answered yet");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Referral<'a> {
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
    /// Says that this document is a referral.
    ///
    /// 表明本文件是转介单。
    #[builder(skip)]
    pub document_type: Literal<ReferralDocument>,
    /// # Referral id · 转介标识号
    /// The id of this referral.
    ///
    /// 本转介单的标识号。
    pub referral_id: IdText<'a>,
    /// # Application · 所属申请
    /// The application that is passed on.
    ///
    /// 所转介的申请。
    pub application_id: Option<IdText<'a>>,
    /// # Direction · 转介方向
    /// Whether whoever keeps this document sent or received it.
    ///
    /// 保存本文件的机构是转出还是转入。
    pub direction: Option<ReferralDirection>,
    /// # From · 转出方
    /// The organisation that passes the family on.
    ///
    /// 转出的机构。
    pub from: ReferralParty<'a>,
    /// # To · 转入方
    /// The organisation to which the family is passed.
    ///
    /// 转入的机构。
    pub to: ReferralParty<'a>,
    /// # Reason · 转介原因
    /// Why the family is passed on.
    ///
    /// 转介的原因。
    pub reason: ReferralReason,
    /// # In words · 情况说明
    /// The reason and the circumstances in words.
    ///
    /// 转介原因和具体情况。
    pub reason_in_words: Option<LongText<'a>>,
    /// # Consent · 授权同意书
    /// The family's consent to be passed on to this organisation.
    ///
    /// 家庭同意转介给该机构的授权同意书。
    pub consent_id: Option<IdText<'a>>,
    /// # The family's wish · 家庭意愿
    /// What the family itself wishes.
    ///
    /// 家庭自己的意愿。
    pub wish_of_family: Option<ShortText<'a>>,
    /// # Funding gap · 资金缺口
    /// What was to be raised, what was, and what is missing.
    ///
    /// 目标、已筹和缺口。
    pub funding_gap: Option<FundingGap<'a>>,
    /// # Service needs · 服务需求
    /// The services that the family needs.
    ///
    /// 家庭需要的服务。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub service_needs: List<OpenCode<'a, ServiceNeed>, 20>,
    /// # Kinds of aid · 所需救助方式
    /// The kinds of aid that are hoped for.
    ///
    /// 希望获得的救助方式。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub aid_kinds: List<AidKind, 20>,
    /// # Government aid · 可能符合的政府救助
    /// The government schemes for which the family may be eligible.
    ///
    /// 家庭可能符合条件的政府救助项目。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub government_schemes: List<OpenCode<'a, GovernmentAidScheme>, 20>,
    /// # Urgency · 紧急程度
    /// How urgent it is.
    ///
    /// 紧急程度。
    pub urgency: Option<Urgency>,
    /// # Assessments · 评估
    /// Who assessed the case and what was found.
    ///
    /// 对个案的评估及评估人。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub assessments: List<Assessment<'a>, 10>,
    /// # Simplified procedure · 简化程序
    /// What may be left out because an authority passes the family on.
    ///
    /// 因由民政部门转介而可以简化的程序。
    pub simplified: Option<SimplifiedProcedure<'a>>,
    /// # Numbers in other systems · 其他系统编号
    /// The number of the case in systems outside this standard.
    ///
    /// 个案在标准之外的系统中的编号。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub references: List<ExternalReference<'a>, 20>,
    /// # Papers · 随附材料
    /// The papers that travel along.
    ///
    /// 随转介提供的材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub document_ids: List<IdText<'a>, 200>,
    /// # Sent at · 发出时刻
    /// When the referral was sent.
    ///
    /// 发出转介的时刻。
    pub sent_at: Option<InstantText<'a>>,
    /// # Answer due · 答复期限
    /// Until when an answer is hoped for.
    ///
    /// 希望得到答复的日期。
    pub answer_due_on: Option<DateText<'a>>,
    /// # Answer · 答复
    /// What the other organisation answered.
    ///
    /// 转入方的答复。
    pub answer: Option<ReferralAnswer<'a>>,
    /// # Feedback · 反馈
    /// What came of it later.
    ///
    /// 之后的办理情况反馈。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub feedback: List<ReferralFeedback<'a>, 50>,
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

/// # Party of a referral · 转介方
/// An organisation and whom to reach there.
///
/// 参与转介的机构和联系人。
///
/// ```
/// use tongzhou::{code::lists::MemberRole, json, model::referral::ReferralParty};
///
/// let text = r#"{ "organisation": { "name": "示例区民政局" }, "role": "civil-affairs", "unit": "社会救助科" }"#;
/// let from: ReferralParty = json::from_str(text)?;
/// assert_eq!(from.role, Some(MemberRole::CivilAffairs));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReferralParty<'a> {
    /// # Organisation · 机构
    /// The organisation.
    ///
    /// 机构。
    pub organisation: OrganisationRef<'a>,
    /// # Role · 机构角色
    /// What kind of organisation it is.
    ///
    /// 机构的类别。
    pub role: Option<MemberRole>,
    /// # Station or unit · 站点或部门
    /// The station, office or unit.
    ///
    /// 站点、科室或者部门。
    pub unit: Option<TitleText<'a>>,
    /// # Person · 联系人
    /// Whom to ask for.
    ///
    /// 联系人。
    pub contact: Option<NameText<'a>>,
    /// # Telephone · 电话
    /// The telephone number.
    ///
    /// 联系电话。
    pub phone: Option<PhoneText<'a>>,
}

/// # Funding gap · 资金缺口
/// What is missing although others have given.
///
/// 已有资助或筹款之后仍缺的金额。
///
/// ```
/// use tongzhou::{model::referral::FundingGap, value::Money};
///
/// let gap = FundingGap::builder()
///     .target("120000.00".parse::<Money>()?.into())
///     .raised("46000.00".parse::<Money>()?.into())
///     .gap("74000.00".parse::<Money>()?.into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&gap)?,
///     r#"{"target":"120000.00","raised":"46000.00","gap":"74000.00"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct FundingGap<'a> {
    /// # Target · 目标金额
    /// What was to be raised or granted, in yuan.
    ///
    /// 需要筹集或资助的金额（元）。
    pub target: Option<MoneyText<'a>>,
    /// # Raised · 已筹金额
    /// What has been raised or granted, in yuan.
    ///
    /// 已经筹到或获得资助的金额（元）。
    pub raised: Option<MoneyText<'a>>,
    /// # Gap · 缺口
    /// What is still missing, in yuan.
    ///
    /// 仍缺的金额（元）。
    pub gap: Option<MoneyText<'a>>,
    /// # As of · 统计日期
    /// The day for which the figures hold.
    ///
    /// 金额的统计日期。
    pub counted_on: Option<DateText<'a>>,
}

/// # Simplified procedure · 简化程序
/// For a family that civil affairs passes on, a charity may leave steps out.
///
/// 对民政部门转介的对象，慈善组织可以简化程序。
///
/// ```
/// use tongzhou::{json, model::referral::SimplifiedProcedure};
///
/// let text = r#"{ "authority": { "name": "示例区民政局" }, "stepsLeftOut": "不再重复入户" }"#;
/// let simplified: SimplifiedProcedure = json::from_str(text)?;
/// assert_eq!(simplified.steps_left_out, Some("不再重复入户".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SimplifiedProcedure<'a> {
    /// # Authority · 转介部门
    /// The civil affairs authority that passes the family on.
    ///
    /// 作出转介的民政部门。
    pub authority: OrganisationRef<'a>,
    /// # Basis · 依据
    /// On what it rests.
    ///
    /// 简化程序的依据。
    pub basis: Option<ShortText<'a>>,
    /// # Steps left out · 简化的环节
    /// Which steps are left out.
    ///
    /// 简化了哪些环节。
    pub steps_left_out: Option<ShortText<'a>>,
}

/// # Answer to a referral · 转介答复
/// Whether the other organisation takes the family on.
///
/// 转入方是否接收。
///
/// ```
/// use tongzhou::{code::lists::ReferralOutcome, json, model::referral::ReferralAnswer};
///
/// let text = r#"{
///     "outcome": "accepted", "answeredAt": "2026-03-03T01:00:00Z", "by": { "name": "示例项目官员" }
/// }"#;
/// let answer: ReferralAnswer = json::from_str(text)?;
/// assert_eq!(answer.outcome, ReferralOutcome::Accepted);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReferralAnswer<'a> {
    /// # Outcome · 结果
    /// What the other organisation answered.
    ///
    /// 答复的结果。
    pub outcome: ReferralOutcome,
    /// # Answered at · 答复时刻
    /// When it answered.
    ///
    /// 答复的时刻。
    pub answered_at: Option<InstantText<'a>>,
    /// # By · 答复人
    /// Who answered.
    ///
    /// 答复的人。
    pub by: Option<Actor<'a>>,
    /// # Reason · 原因
    /// Why, above all where it refuses.
    ///
    /// 原因，不接收时必须说明。
    pub reason: Option<ShortText<'a>>,
    /// # Decision · 审核结果
    /// The decision under which the case goes on.
    ///
    /// 接收后办理的审核结果。
    pub decision_id: Option<IdText<'a>>,
    /// # Referred on · 再转介
    /// The referral by which the family was passed on again.
    ///
    /// 再次转介的转介单。
    pub referred_on_id: Option<IdText<'a>>,
}

/// # Feedback · 反馈
/// What came of the case, told back to whoever passed it on.
///
/// 向转出方反馈的办理情况。
///
/// ```
/// use tongzhou::{code::lists::AidKind, model::referral::ReferralFeedback, value::Date};
///
/// let feedback = ReferralFeedback::builder()
///     .given_on("2026-04-10".parse::<Date>()?.into())
///     .note("已拨付住院费用".parse()?)
///     .aid_kinds([AidKind::HospitalSetOff].into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&feedback)?,
///     r#"{"givenOn":"2026-04-10","note":"已拨付住院费用","aidKinds":["hospital-set-off"]}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReferralFeedback<'a> {
    /// # Date · 反馈日期
    /// When it was told.
    ///
    /// 反馈的日期。
    pub given_on: DateText<'a>,
    /// # By · 反馈人
    /// Who told it.
    ///
    /// 反馈的人。
    pub by: Option<Actor<'a>>,
    /// # What came of it · 办理情况
    /// What came of the case.
    ///
    /// 办理的情况。
    pub note: Option<ShortText<'a>>,
    /// # Kinds of aid given · 给予的救助方式
    /// The kinds of aid that were given.
    ///
    /// 给予的救助方式。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub aid_kinds: List<AidKind, 20>,
    /// # Decision · 审核结果
    /// The decision that was made.
    ///
    /// 作出的审核结果。
    pub decision_id: Option<IdText<'a>>,
    /// # Aid record · 救助记录
    /// The aid that was given.
    ///
    /// 给予的救助记录。
    pub aid_record_id: Option<IdText<'a>>,
}
