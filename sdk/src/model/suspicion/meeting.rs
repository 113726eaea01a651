//! The meeting that answers a suspicion, 会商: who was there, what was decided, who differed, and appeals.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{AppealOutcome, ConflictKind, SuspicionResolution, SuspicionStatus},
    model::{
        lifecycle::Actor,
        organisation::OrganisationRef,
        primitive::List,
        texts::{DateText, IdText, LongText, MoneyText, NameText, ShortText},
    },
};

/// # Meeting on a case · 会商
/// One meeting of organisations that looked at the question together.
///
/// 相关机构共同研判疑点的一次会商。
///
/// ```
/// use tongzhou::{json, model::suspicion::CaseMeeting};
///
/// let text = r#"{
///     "heldOn": "2026-06-12", "members": [{ "name": "示例项目官员", "agrees": true }],
///     "items": [{ "matter": "是否针对同一费用", "finding": "票据不同" }], "unanimous": true
/// }"#;
/// let meeting: CaseMeeting = json::from_str(text)?;
/// assert_eq!(meeting.items[0].matter.as_str(), "是否针对同一费用");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct CaseMeeting<'a> {
    /// # Date · 会商日期
    /// When it was held.
    ///
    /// 会商的日期。
    pub held_on: DateText<'a>,
    /// # Convened by · 召集机构
    /// Who called it.
    ///
    /// 召集会商的机构。
    pub convened_by: Option<OrganisationRef<'a>>,
    /// # Members · 参加人
    /// Who took part.
    ///
    /// 参加会商的人。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub members: List<MeetingMember<'a>, 50>,
    /// # Items · 议题
    /// What was looked at and what was found.
    ///
    /// 讨论的事项和认定。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub items: List<MeetingItem<'a>, 50>,
    /// # Decision · 会商意见
    /// What the meeting decided.
    ///
    /// 会商形成的意见。
    pub decision: Option<LongText<'a>>,
    /// # Decided unanimously · 是否一致同意
    /// True when nobody differed.
    ///
    /// 没有不同意见的为 true。
    pub unanimous: Option<bool>,
    /// # Paper · 会商纪要
    /// The id of the minutes as a paper.
    ///
    /// 会商纪要文件的标识号。
    pub document_id: Option<IdText<'a>>,
}

/// # Member of a meeting · 参加人
/// One person who took part.
///
/// 参加会商的一个人。
///
/// ```
/// use tongzhou::{json, model::suspicion::MeetingMember};
///
/// let text = r#"{ "name": "示例民政专干", "agrees": false, "dissent": "建议以后先查登记再发药" }"#;
/// let member: MeetingMember = json::from_str(text)?;
/// assert_eq!(member.agrees, Some(false));
/// assert!(member.dissent.is_some(), "who disagrees is heard");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct MeetingMember<'a> {
    /// # Name · 姓名
    /// The name of the person.
    ///
    /// 姓名。
    pub name: NameText<'a>,
    /// # Organisation · 所属机构
    /// The organisation for which the person spoke.
    ///
    /// 所代表的机构。
    pub organisation: Option<OrganisationRef<'a>>,
    /// # Interest declared · 是否声明利益冲突
    /// True when the person declared an interest, false when none.
    ///
    /// 声明有利害关系的为 true，声明没有的为 false。
    pub conflict_declared: Option<bool>,
    /// # Kind of interest · 利害关系类别
    /// What the interest is.
    ///
    /// 利害关系的类别。
    pub conflict_kind: Option<ConflictKind>,
    /// # Stepped aside · 是否回避
    /// True when the person took no part in the decision.
    ///
    /// 未参与决定的为 true。
    pub recused: Option<bool>,
    /// # Agrees · 是否同意
    /// True when the person was for the decision.
    ///
    /// 同意会商意见的为 true。
    pub agrees: Option<bool>,
    /// # Dissent · 不同意见
    /// What the person said against it.
    ///
    /// 不同意见的内容。
    pub dissent: Option<ShortText<'a>>,
}

/// # Item of a meeting · 议题
/// One thing that was looked at.
///
/// 会商讨论的一个事项。
///
/// ```
/// use tongzhou::model::suspicion::MeetingItem;
///
/// let item = MeetingItem::builder().matter("是否针对同一费用".parse()?).finding("票据不同".parse()?).build();
/// assert_eq!(serde_json::to_string(&item)?, r#"{"matter":"是否针对同一费用","finding":"票据不同"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct MeetingItem<'a> {
    /// # Matter · 事项
    /// What was looked at.
    ///
    /// 讨论的事项。
    pub matter: ShortText<'a>,
    /// # Finding · 认定
    /// What was found.
    ///
    /// 认定的结果。
    pub finding: Option<ShortText<'a>>,
}

/// # Resolution · 处理决定
/// How a suspicion was settled, decided by people.
///
/// 由人作出的疑点处理决定。
///
/// ```
/// use tongzhou::{code::lists::{SuspicionResolution, SuspicionStatus}, json, model::suspicion::Resolution};
///
/// let text = r#"{
///     "result": "cleared", "measures": ["no-action"],
///     "decidedOn": "2026-06-12", "toldFamilyOn": "2026-06-13"
/// }"#;
/// let resolution: Resolution = json::from_str(text)?;
/// assert_eq!(resolution.result, SuspicionStatus::Cleared);
/// assert_eq!(resolution.measures[0], SuspicionResolution::NoAction);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Resolution<'a> {
    /// # Result · 结论
    /// Whether the question was cleared or upheld.
    ///
    /// 疑点排除还是确认。
    pub result: SuspicionStatus,
    /// # Measures · 处理措施
    /// What follows from it.
    ///
    /// 采取的措施。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub measures: List<SuspicionResolution, 10>,
    /// # Reasons · 理由
    /// Why, in words that the family understands.
    ///
    /// 作出决定的理由，要让家庭看得懂。
    pub reasons: Option<LongText<'a>>,
    /// # Amount to return · 应返还金额
    /// What is to be returned, in yuan.
    ///
    /// 应当返还的金额（元）。
    pub amount_to_return: Option<MoneyText<'a>>,
    /// # Date · 决定日期
    /// When it was decided.
    ///
    /// 作出决定的日期。
    pub decided_on: Option<DateText<'a>>,
    /// # Decided by · 决定人
    /// Who decided it.
    ///
    /// 作出决定的人。
    pub decided_by: Option<Actor<'a>>,
    /// # Family told on · 告知家庭日期
    /// When the family was told.
    ///
    /// 告知家庭的日期。
    pub told_family_on: Option<DateText<'a>>,
}

/// # Appeal · 申诉
/// One appeal against a resolution.
///
/// 对处理决定的一次申诉。
///
/// ```
/// use tongzhou::{code::lists::AppealOutcome, json, model::suspicion::SuspicionAppeal};
///
/// let text = r#"{ "madeOn": "2026-06-20", "decidedOn": "2026-07-01", "outcome": "revoked" }"#;
/// let appeal: SuspicionAppeal = json::from_str(text)?;
/// assert_eq!(appeal.outcome, Some(AppealOutcome::Revoked));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SuspicionAppeal<'a> {
    /// # Date · 申诉日期
    /// When it was made.
    ///
    /// 提出申诉的日期。
    pub made_on: DateText<'a>,
    /// # By · 申诉人
    /// Who made it: the family or an organisation.
    ///
    /// 申诉的家庭或者机构。
    pub by: Option<ShortText<'a>>,
    /// # Grounds · 理由
    /// On what grounds.
    ///
    /// 申诉的理由。
    pub grounds: Option<LongText<'a>>,
    /// # Heard by · 复核人
    /// Who looks at it, another person than before.
    ///
    /// 复核的人，不能是原决定人。
    pub heard_by: Option<Actor<'a>>,
    /// # Decided on · 复核日期
    /// When it was decided.
    ///
    /// 作出复核的日期。
    pub decided_on: Option<DateText<'a>>,
    /// # Outcome · 复核结果
    /// What came of it.
    ///
    /// 复核的结果。
    pub outcome: Option<AppealOutcome>,
    /// # Reasons · 理由
    /// Why it was decided so.
    ///
    /// 复核的理由。
    pub reasons: Option<LongText<'a>>,
}
