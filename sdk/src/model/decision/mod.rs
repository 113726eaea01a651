//! The document `decision`: what one recipient made of an application, from the first day to the last.
//!
//! An application goes to many; each answers with a decision of its own. It holds where the case stands and how it
//! came there, what is missing, what was awarded and from whose money, who decided, and what was published.

pub mod award;
pub mod notice;
pub mod review;
pub mod track;

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use self::{
    award::{Agreement, AwardCondition, AwardLine, AwardNotice},
    notice::{DecisionNotice, Objection},
    review::{AcceptedEvidence, CaseVerification, Review, Reviewer},
    track::{EmergencyTrack, ServiceLevel, Waitlist},
};
use super::{
    extensions::Extensions,
    funding::NamedFund,
    lifecycle::{Actor, StateChange},
    literal::{Fixed, Literal, Tongzhou},
    organisation::OrganisationRef,
    primitive::List,
    texts::{
        DateText, ForeignCodeText, IdText, LongText, NumberText, PointerText, RuleCodeText, ShortText,
        TitleText,
    },
    version::Version,
};
use crate::code::{
    OpenCode,
    lists::{Ask, DecisionReason, DocumentKind, JointMode, ProcessState},
};

/// The type of this document: `decision`.
///
/// ```
/// use tongzhou::model::{decision::DecisionDocument, literal::Fixed};
///
/// assert_eq!(DecisionDocument::TEXT, "decision");
/// ```
pub enum DecisionDocument {}
impl Fixed for DecisionDocument {
    const TEXT: &'static str = "decision";
}

/// # Decision · 审核结果
/// What one recipient made of an application: where the case stands, why, what is missing, what is awarded, and
/// who answers for it.
///
/// 一家接收机构对一份申请的办理情况：进行到哪一步、为什么、还缺什么、给予什么、由谁负责。
///
/// ```
/// use tongzhou::{code::lists::ProcessState, json, model::Decision};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "decision",
///     "decisionId": "019a0000-0000-7000-8000-000000000971",
///     "applicationId": "019a0000-0000-7000-8000-000000000900",
///     "recipient": { "name": "示例儿童大病救助基金会" }, "programmeName": "示例先心病救助项目",
///     "state": "rejected", "decidedOn": "2026-05-20",
///     "reasons": [{ "code": "illness-outside", "note": "白血病可以向血液病项目申请。" }]
/// }"#;
/// let decision: Decision = json::from_str(text)?;
/// assert_eq!(decision.state, ProcessState::Rejected);
/// assert_eq!(decision.reasons[0].code.as_str(), "illness-outside");
/// assert!(decision.award.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Decision<'a> {
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
    /// Says that this document is a decision.
    ///
    /// 表明本文件是审核结果。
    #[builder(skip)]
    pub document_type: Literal<DecisionDocument>,
    /// # Decision id · 审核结果标识号
    /// The id of this decision.
    ///
    /// 本审核结果的标识号。
    pub decision_id: IdText<'a>,
    /// # Application · 所属申请
    /// The application that is decided on.
    ///
    /// 所办理的申请。
    pub application_id: IdText<'a>,
    /// # Recipient · 办理机构
    /// The organisation that decides.
    ///
    /// 作出审核的机构。
    pub recipient: OrganisationRef<'a>,
    /// # Programme · 项目编号
    /// The programme under which the case is decided.
    ///
    /// 办理所依据的项目编号。
    pub programme_id: Option<ForeignCodeText<'a>>,
    /// # Name of the programme · 项目名称
    /// The name of the programme.
    ///
    /// 项目名称。
    pub programme_name: Option<TitleText<'a>>,
    /// # Named fund · 专项基金
    /// The named fund under which the case is decided.
    ///
    /// 办理所依据的专项基金。
    pub fund: Option<NamedFund<'a>>,
    /// # State · 当前状态
    /// Where the case stands now.
    ///
    /// 案件目前的状态。
    pub state: ProcessState,
    /// # History · 办理历史
    /// Every state of the case, earliest first; the last is where it stands now.
    ///
    /// 案件经历的各个状态，按先后排列，最后一个即当前状态。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub history: List<StateChange<'a>, 200>,
    /// # Reasons · 原因
    /// Why the case was decided so, in words that the family understands.
    ///
    /// 作出该结果的原因，要让家庭看得懂。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub reasons: List<Reason<'a>, 30>,
    /// # Missing · 缺少的材料
    /// What is missing before the case can go on.
    ///
    /// 继续办理还缺少的内容。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub missing: List<MissingItem<'a>, 100>,
    /// # Requests for more · 补充材料通知
    /// What was asked for and until when.
    ///
    /// 要求补充的内容和期限。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub supplement_requests: List<SupplementRequest<'a>, 30>,
    /// # Evidence accepted from others · 认可的已有证明
    /// What others have checked already and is not asked for again.
    ///
    /// 其他机构已核实、不再要求重复提供的内容。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub accepted_evidence: List<AcceptedEvidence<'a>, 30>,
    /// # Verifications · 核实情况
    /// How the facts were checked.
    ///
    /// 对情况进行的核实。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub verifications: List<CaseVerification<'a>, 30>,
    /// # Review · 评审
    /// Who looked at the case and what interests they declared.
    ///
    /// 参加评审的人及其利益冲突声明。
    pub review: Option<Review<'a>>,
    /// # Date of the decision · 决定日期
    /// The day on which the recipient decided.
    ///
    /// 作出决定的日期。
    pub decided_on: Option<DateText<'a>>,
    /// # Decided by · 决定人
    /// The person who decided. A score or a program never decides alone.
    ///
    /// 作出决定的人；评分或程序不能单独作出决定。
    pub decided_by: Option<Actor<'a>>,
    /// # A score was used · 参考了自动评分
    /// True when a computed score was looked at.
    ///
    /// 决定时参考了自动评分的为 true。
    pub score_used: Option<bool>,
    /// # The score explained · 评分说明
    /// What the score is made of, in words that the family understands.
    ///
    /// 评分由什么构成，要让家庭看得懂。
    pub score_explained: Option<ShortText<'a>>,
    /// # Award notice · 资助告知书
    /// What is awarded, and until when it can be taken up.
    ///
    /// 给予的资助及其有效期。
    pub award: Option<AwardNotice<'a>>,
    /// # Mode of joint aid · 联合救助模式
    /// In which way several parties help together.
    ///
    /// 多方共同救助的方式。
    pub joint_mode: Option<JointMode>,
    /// # Policy · 政策依据
    /// The public policy on which a joint aid rests.
    ///
    /// 联合救助所依据的政策文件。
    pub policy_reference: Option<ShortText<'a>>,
    /// # Project on a platform · 平台项目编号
    /// The number of the project or appeal on the platform that takes part.
    ///
    /// 参与平台上的项目或求助编号。
    pub platform_project_id: Option<NumberText<'a>>,
    /// # Agreement · 资助协议
    /// The agreement with the family on use, amount and manner.
    ///
    /// 与受助家庭约定用途、数额和使用方式的协议。
    pub agreement: Option<Agreement<'a>>,
    /// # Public notice · 公示
    /// What was published, where, for how long, and what was said against it.
    ///
    /// 公示的内容、方式、期限和收到的异议。
    pub public_notice: Option<DecisionNotice<'a>>,
    /// # Waitlist · 候补
    /// Why the case waits and since when.
    ///
    /// 候补的原因和起始日期。
    pub waitlist: Option<Waitlist<'a>>,
    /// # Emergency track · 紧急通道
    /// Why the case was helped first and papers came later.
    ///
    /// 先救助后补材料的原因和批准情况。
    pub emergency: Option<EmergencyTrack<'a>>,
    /// # Referral · 转介
    /// The referral by which the case came, or by which it was passed on.
    ///
    /// 案件由此转入或转出的转介单。
    pub referral_id: Option<IdText<'a>>,
    /// # Times · 办理时限
    /// When the case was received and answered.
    ///
    /// 收到、答复等各个时刻。
    pub service_level: Option<ServiceLevel<'a>>,
    /// # Replaces · 所取代的审核结果
    /// The earlier decision that this one replaces.
    ///
    /// 本审核结果取代的先前审核结果。
    pub replaces_decision_id: Option<IdText<'a>>,
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

/// # Reason · 原因
/// One reason of a decision, by code and in words.
///
/// 决定的一个原因，有代码也有文字。
///
/// ```
/// use tongzhou::model::decision::Reason;
///
/// let reason = Reason::builder()
///     .code("illness-outside".parse()?)
///     .note("本项目只资助先天性心脏病。".parse()?)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&reason)?,
///     r#"{"code":"illness-outside","note":"本项目只资助先天性心脏病。"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Reason<'a> {
    /// # Code · 原因代码
    /// The reason by its code.
    ///
    /// 原因代码。
    pub code: OpenCode<'a, DecisionReason>,
    /// # In words · 说明
    /// The reason as the family is told.
    ///
    /// 向家庭说明的原因。
    pub note: Option<ShortText<'a>>,
}

/// # Missing item · 缺少的内容
/// One paper or piece of information that is missing, and whom to ask for it.
///
/// 缺少的一份材料或一项信息，以及找谁补办。
///
/// ```
/// use tongzhou::{code::{lists::DocumentKind, Code}, json, model::decision::MissingItem, text::Lang};
///
/// let text = r#"{ "kind": "economic-verification-report", "ask": "civil-affairs", "note": "请社区协助取得" }"#;
/// let missing: MissingItem = json::from_str(text)?;
/// assert_eq!(missing.kind, Some(DocumentKind::EconomicVerificationReport));
/// assert_eq!(missing.ask.map(|ask| ask.title(Lang::ZhCn)), Some("民政部门"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct MissingItem<'a> {
    /// # Kind of paper · 材料种类
    /// The kind of paper that is missing.
    ///
    /// 缺少的材料种类。
    pub kind: Option<DocumentKind>,
    /// # Place in the application · 申请中的位置
    /// The place in the application that is to be filled in.
    ///
    /// 申请中需要填写的位置。
    pub field: Option<PointerText<'a>>,
    /// # Rule · 规则代码
    /// The rule that found it.
    ///
    /// 发现该问题的规则。
    pub rule_code: Option<RuleCodeText<'a>>,
    /// # Whom to ask · 找谁补办
    /// Who can give it.
    ///
    /// 由谁提供。
    pub ask: Option<Ask>,
    /// # In words · 说明
    /// What is missing, in words that the family understands.
    ///
    /// 缺什么，要让家庭看得懂。
    pub note: Option<ShortText<'a>>,
    /// # Already given to · 已提供给
    /// The organisation that holds it already, so that the family is not asked again.
    ///
    /// 已收有该材料的机构，不必再向家庭索取。
    pub already_provided_to: Option<OrganisationRef<'a>>,
}

/// # Request for more · 补充材料通知
/// A request to the family or another party for what is missing.
///
/// 请家庭或其他方补充内容的通知。
///
/// ```
/// use tongzhou::{json, model::decision::SupplementRequest};
///
/// let text = r#"{
///     "items": [{ "kind": "diagnosis-certificate", "ask": "hospital" }],
///     "requestedOn": "2026-03-03", "dueOn": "2026-03-17"
/// }"#;
/// let request: SupplementRequest = json::from_str(text)?;
/// assert_eq!(request.items.len(), 1);
/// assert_eq!(request.answered_on, None, "the family has not answered yet");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SupplementRequest<'a> {
    /// # Items · 补充内容
    /// What is asked for.
    ///
    /// 要求补充的内容。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub items: List<MissingItem<'a>, 100>,
    /// # Asked on · 通知日期
    /// When it was asked for.
    ///
    /// 发出通知的日期。
    pub requested_on: DateText<'a>,
    /// # Due · 期限
    /// Until when it should be there.
    ///
    /// 补充的截止日期。
    pub due_on: Option<DateText<'a>>,
    /// # Answered on · 补齐日期
    /// When it was there.
    ///
    /// 补齐的日期。
    pub answered_on: Option<DateText<'a>>,
    /// # Asked by · 通知人
    /// Who asked for it.
    ///
    /// 发出通知的人。
    pub requested_by: Option<Actor<'a>>,
}
