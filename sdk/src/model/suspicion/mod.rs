//! The document `suspicion`: a question about a case, and how people answered it.
//!
//! A match is a question, not a verdict. Whoever is asked may have a good answer; urgent treatment goes on being paid
//! for; a meeting of people decides, and whoever is decided against may appeal.

pub mod meeting;

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use self::meeting::{CaseMeeting, MeetingItem, MeetingMember, Resolution, SuspicionAppeal};
use super::{
    extensions::Extensions,
    lifecycle::Actor,
    literal::{Fixed, Literal, Tongzhou},
    organisation::OrganisationRef,
    primitive::List,
    texts::{
        DateText, DigestText, EntryNameText, IdText, InstantText, LongText, PointerText, RuleCodeText,
        ShortText,
    },
    version::Version,
};
use crate::code::lists::{DocumentType, SuspicionKind, SuspicionSource, SuspicionStatus};

/// The type of this document: `suspicion`.
///
/// ```
/// use tongzhou::model::{literal::Fixed, suspicion::SuspicionDocument};
///
/// assert_eq!(SuspicionDocument::TEXT, "suspicion");
/// ```
pub enum SuspicionDocument {}
impl Fixed for SuspicionDocument {
    const TEXT: &'static str = "suspicion";
}

/// # Suspicion · 疑点
/// A question about a case: who raised it, what it rests on, and how it was answered.
///
/// 对一个案件的疑问：由谁提出、依据什么、最后怎样答复。
///
/// ```
/// use tongzhou::{code::lists::{SuspicionKind, SuspicionStatus}, json, model::Suspicion};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "suspicion",
///     "suspicionId": "019a0000-0000-7000-8000-00000000087a", "kind": "possible-duplicate",
///     "question": "同一次住院已由基金会冲抵，药品援助会不会与它重复？",
///     "raisedAt": "2026-06-03T02:00:00Z", "status": "under-review",
///     "payment": { "held": true, "urgentGoesOn": true }
/// }"#;
/// // A question that people settle; it says nothing against the family.
/// let suspicion: Suspicion = json::from_str(text)?;
/// assert_eq!(suspicion.kind, SuspicionKind::PossibleDuplicate);
/// assert_eq!(suspicion.status, SuspicionStatus::UnderReview);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Suspicion<'a> {
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
    /// Says that this document is a suspicion.
    ///
    /// 表明本文件是疑点单。
    #[builder(skip)]
    pub document_type: Literal<SuspicionDocument>,
    /// # Suspicion id · 疑点标识号
    /// The id of this suspicion.
    ///
    /// 本疑点的标识号。
    pub suspicion_id: IdText<'a>,
    /// # Application · 所涉申请
    /// The application that it is about.
    ///
    /// 所涉及的申请。
    pub application_id: Option<IdText<'a>>,
    /// # Decision · 所涉审核结果
    /// The decision that it is about.
    ///
    /// 所涉及的审核结果。
    pub decision_id: Option<IdText<'a>>,
    /// # Aid record · 所涉救助记录
    /// The aid that it is about.
    ///
    /// 所涉及的救助记录。
    pub aid_record_id: Option<IdText<'a>>,
    /// # Kind · 疑点类别
    /// What kind of question it is.
    ///
    /// 疑点的类别。
    pub kind: SuspicionKind,
    /// # Question · 疑问
    /// The question, asked as a question.
    ///
    /// 以提问的方式写明疑问。
    pub question: LongText<'a>,
    /// # Rule · 规则代码
    /// The rule that found it.
    ///
    /// 发现疑点的规则。
    pub rule_code: Option<RuleCodeText<'a>>,
    /// # Where it came from · 来源
    /// Where the question came from.
    ///
    /// 疑点的来源。
    pub source: Option<SuspicionSource>,
    /// # Raised by · 提出人
    /// Who raised it.
    ///
    /// 提出疑点的人。
    pub raised_by: Option<Actor<'a>>,
    /// # Raised at · 提出时刻
    /// When it was raised.
    ///
    /// 提出疑点的时刻。
    pub raised_at: InstantText<'a>,
    /// # Organisations concerned · 涉及机构
    /// The organisations that it concerns and that were asked.
    ///
    /// 疑点涉及并已告知的机构。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub concerned: List<OrganisationRef<'a>, 50>,
    /// # Evidence · 依据
    /// What it rests on, by places and digests and not by copies.
    ///
    /// 疑点的依据，只写位置和摘要，不复制内容。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence: List<SuspicionEvidence<'a>, 100>,
    /// # Status · 当前状态
    /// Where it stands now.
    ///
    /// 疑点目前的状态。
    pub status: SuspicionStatus,
    /// # History · 状态历史
    /// Every status, earliest first.
    ///
    /// 经历的各个状态，按先后排列。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub history: List<SuspicionChange<'a>, 100>,
    /// # The family's word · 家庭的说明
    /// What the family answered.
    ///
    /// 家庭作出的说明。
    pub family_heard: Option<FamilyHeard<'a>>,
    /// # Effect on payments · 对拨付的影响
    /// What is held back, and that urgent treatment is not.
    ///
    /// 哪些拨付暂缓；急需的治疗费用不暂缓。
    pub payment: Option<PaymentEffect<'a>>,
    /// # Meetings · 会商
    /// The meetings that looked at it.
    ///
    /// 对疑点的会商。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub meetings: List<CaseMeeting<'a>, 20>,
    /// # Resolution · 处理决定
    /// How it was settled.
    ///
    /// 疑点的处理决定。
    pub resolution: Option<Resolution<'a>>,
    /// # Right to appeal · 申诉权告知
    /// How and until when it can be appealed.
    ///
    /// 申诉的方式和期限。
    pub appeal_right: Option<AppealRight<'a>>,
    /// # Appeals · 申诉
    /// The appeals against the resolution.
    ///
    /// 对处理决定的申诉。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub appeals: List<SuspicionAppeal<'a>, 10>,
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

/// # Evidence · 依据
/// One thing that the question rests on: where it stands, and its digest.
///
/// 疑点的一项依据：在哪里，以及其摘要。
///
/// ```
/// use tongzhou::{json, model::suspicion::SuspicionEvidence};
///
/// let text = r#"{
///     "entry": "receipts/019a0000-0000-7000-8000-000000000840.json", "field": "/amounts/personalCash"
/// }"#;
/// let evidence: SuspicionEvidence = json::from_str(text)?;
/// assert_eq!(evidence.field, Some("/amounts/personalCash".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SuspicionEvidence<'a> {
    /// # Entry · 条目
    /// The entry of the package.
    ///
    /// 资料包中的条目。
    pub entry: Option<EntryNameText<'a>>,
    /// # Place · 位置
    /// The place in the document.
    ///
    /// 文件中的位置。
    pub field: Option<PointerText<'a>>,
    /// # Type of document · 文件类型
    /// The type of the document, where it lies elsewhere.
    ///
    /// 文件不在本包时，其类型。
    pub document_type: Option<DocumentType>,
    /// # Document · 文件标识号
    /// The id of the document, where it lies elsewhere.
    ///
    /// 文件不在本包时，其标识号。
    pub record_id: Option<IdText<'a>>,
    /// # Held by · 保存机构
    /// Who holds the document.
    ///
    /// 保存该文件的机构。
    pub held_by: Option<OrganisationRef<'a>>,
    /// # Digest · 摘要
    /// The digest of what was seen.
    ///
    /// 所见文件的摘要。
    pub digest: Option<DigestText<'a>>,
    /// # Note · 说明
    /// What is to be seen there.
    ///
    /// 该处能看出什么。
    pub note: Option<ShortText<'a>>,
}

/// # Change of status · 状态变更
/// One status of a suspicion with its time.
///
/// 疑点的一个状态及其时刻。
///
/// ```
/// use tongzhou::{code::lists::SuspicionStatus, json, model::suspicion::SuspicionChange};
///
/// let change: SuspicionChange =
///     json::from_str(r#"{ "status": "cleared", "since": "2026-06-12T08:00:00Z", "reason": "费用不同" }"#)?;
/// assert_eq!(change.status, SuspicionStatus::Cleared);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SuspicionChange<'a> {
    /// # Status · 状态
    /// The status that it entered.
    ///
    /// 进入的状态。
    pub status: SuspicionStatus,
    /// # Since · 起始时刻
    /// When it entered the status.
    ///
    /// 进入该状态的时刻。
    pub since: InstantText<'a>,
    /// # By · 变更人
    /// Who moved it.
    ///
    /// 作出变更的人。
    pub by: Option<Actor<'a>>,
    /// # Reason · 原因
    /// Why.
    ///
    /// 变更的原因。
    pub reason: Option<ShortText<'a>>,
}

/// # The family's word · 家庭的说明
/// What the family was asked and answered.
///
/// 询问家庭及其答复。
///
/// ```
/// use tongzhou::{json, model::suspicion::FamilyHeard};
///
/// let text = r#"{ "askedOn": "2026-06-04", "answeredOn": "2026-06-05", "answer": "住院费和药是两回事。" }"#;
/// let heard: FamilyHeard = json::from_str(text)?;
/// assert_eq!(heard.answered_on, Some("2026-06-05".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct FamilyHeard<'a> {
    /// # Asked on · 询问日期
    /// When the family was asked.
    ///
    /// 询问家庭的日期。
    pub asked_on: Option<DateText<'a>>,
    /// # Answered on · 答复日期
    /// When the family answered.
    ///
    /// 家庭答复的日期。
    pub answered_on: Option<DateText<'a>>,
    /// # Answer · 说明
    /// What the family said.
    ///
    /// 家庭的说明。
    pub answer: Option<LongText<'a>>,
    /// # Papers · 材料
    /// The papers that the family gave.
    ///
    /// 家庭提供的材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub document_ids: List<IdText<'a>, 20>,
}

/// # Effect on payments · 对拨付的影响
/// Whether payments wait for the answer. A question never stops urgent money by itself.
///
/// 拨付是否等待答复；疑问本身不能停下救急的钱。
///
/// ```
/// use tongzhou::model::suspicion::PaymentEffect;
///
/// let effect = PaymentEffect::builder().held(true).urgent_goes_on(true).build();
/// assert_eq!(serde_json::to_string(&effect)?, r#"{"held":true,"urgentGoesOn":true}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PaymentEffect<'a> {
    /// # Held · 是否暂缓
    /// True when payments wait.
    ///
    /// 暂缓拨付的为 true。
    pub held: bool,
    /// # Urgent payments go on · 急需费用照付
    /// True when urgent treatment is paid for all the same.
    ///
    /// 急需的治疗费用照常支付的为 true。
    pub urgent_goes_on: Option<bool>,
    /// # Held by · 决定人
    /// The person who decided to wait.
    ///
    /// 决定暂缓的人。
    pub held_by: Option<Actor<'a>>,
    /// # From · 暂缓日期
    /// Since when payments wait.
    ///
    /// 暂缓开始的日期。
    pub held_from: Option<DateText<'a>>,
    /// # Until · 恢复日期
    /// Until when they wait.
    ///
    /// 暂缓截止的日期。
    pub held_until: Option<DateText<'a>>,
}

/// # Right to appeal · 申诉权告知
/// What the family and the organisations were told about appealing.
///
/// 告知家庭和机构的申诉方式。
///
/// ```
/// use tongzhou::{json, model::suspicion::AppealRight};
///
/// let text = r#"{ "toldOn": "2026-06-13", "appealUntil": "2026-07-13", "channel": "电话 010-00000003 或书面" }"#;
/// let right: AppealRight = json::from_str(text)?;
/// assert_eq!(right.appeal_until, Some("2026-07-13".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AppealRight<'a> {
    /// # Told on · 告知日期
    /// When they were told.
    ///
    /// 告知的日期。
    pub told_on: Option<DateText<'a>>,
    /// # Until · 申诉期限
    /// Until when an appeal can be made.
    ///
    /// 可以申诉的最后一天。
    pub appeal_until: Option<DateText<'a>>,
    /// # Channel · 申诉渠道
    /// Where an appeal is made.
    ///
    /// 申诉的方式。
    pub channel: Option<ShortText<'a>>,
}
