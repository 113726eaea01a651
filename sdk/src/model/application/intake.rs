//! How the application came about: who recorded it, where, and what it came from.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::lists::{Hardship, IntakeChannel, IntakeRole, SubmitterRole};
use crate::model::organisation::OrganisationRef;
use crate::model::primitive::List;
use crate::model::texts::{
    DateText, IdText, InstantText, LongText, NameText, NumberText, PhoneText, ShortText, TitleText,
};

/// # Intake · 受理登记
/// Who recorded the application, where and how, and what led to it.
///
/// 申请由谁、在哪里、以何种方式登记，以及来源。
///
/// ```
/// use tongzhou::{code::lists::IntakeChannel, json, model::application::Intake};
///
/// let text = r#"{
///     "recordedBy": "示例社工", "role": "hospital-social-worker", "channel": "in-person",
///     "recordedAt": "2026-09-18T01:40:00Z", "assisted": true, "submittedBy": "guardian"
/// }"#;
/// let intake: Intake = json::from_str(text)?;
/// assert_eq!(intake.channel, Some(IntakeChannel::InPerson));
/// assert_eq!(intake.assisted, Some(true), "the family was helped to fill it in");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Intake<'a> {
    /// # Recorded by · 登记人
    /// Who filled it in.
    ///
    /// 填写登记的人。
    pub recorded_by: Option<NameText<'a>>,
    /// # Role · 登记人身份
    /// In what role that person acts.
    ///
    /// 登记人的身份。
    pub role: Option<IntakeRole>,
    /// # Telephone number · 登记人电话
    /// A number at which that person answers questions about the papers.
    ///
    /// 可询问材料情况的电话。
    pub phone: Option<PhoneText<'a>>,
    /// # Organisation · 所属机构
    /// The organisation for which that person works.
    ///
    /// 登记人所属机构。
    pub organisation: Option<OrganisationRef<'a>>,
    /// # Station · 服务站点
    /// The service station, ward or desk where it was recorded.
    ///
    /// 登记所在的服务站、病区或窗口。
    pub station: Option<TitleText<'a>>,
    /// # Channel · 登记渠道
    /// By what way the application came in.
    ///
    /// 申请进入的渠道。
    pub channel: Option<IntakeChannel>,
    /// # Recorded at · 登记时间
    /// When it was recorded, in UTC.
    ///
    /// 登记时间（UTC）。
    pub recorded_at: Option<InstantText<'a>>,
    /// # Assisted · 是否代为填写
    /// Whether somebody else filled it in for the family.
    ///
    /// 是否由他人代家庭填写。
    pub assisted: Option<bool>,
    /// # Submitted by · 提交人身份
    /// In what role whoever hands the application in acts.
    ///
    /// 提交申请的人的身份。
    pub submitted_by: Option<SubmitterRole>,
    /// # Guardian who applies · 申请人
    /// The guardian in whose name it is made, which is not who recorded it.
    ///
    /// 以哪位监护人的名义申请（不是登记人）。
    pub applicant_guardian_id: Option<IdText<'a>>,
    /// # Referral · 转介标识号
    /// The referral of this standard from which it came.
    ///
    /// 来自按本标准转介时，填转介标识号。
    pub referral_id: Option<IdText<'a>>,
    /// # Numbers elsewhere · 外部编号
    /// The case's numbers in other systems from which it came or into which it goes.
    ///
    /// 本事项在其他系统中的编号。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub references: List<ExternalReference<'a>, 20>,
    /// # Screening · 筛查线索
    /// What automatic or active screening brought the case up.
    ///
    /// 由何种主动发现或数据筛查得到的线索。
    pub screening: Option<Screening<'a>>,
    /// # Assessments · 评估
    /// What social workers or volunteers found when they looked at the case.
    ///
    /// 社工或志愿者对情况的评估。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub assessments: List<Assessment<'a>, 10>,
}

/// # Number elsewhere · 外部编号
/// The number of the case in another system.
///
/// 本事项在另一系统中的编号。
///
/// ```
/// use tongzhou::model::application::ExternalReference;
///
/// let number = ExternalReference::builder()
///     .system("示例市慈善救助平台".parse()?)
///     .value("ZZ-000001".parse()?)
///     .build();
/// assert_eq!(serde_json::to_string(&number)?, r#"{"system":"示例市慈善救助平台","value":"ZZ-000001"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ExternalReference<'a> {
    /// # System · 系统名称
    /// The name of the system.
    ///
    /// 系统名称。
    pub system: TitleText<'a>,
    /// # Number · 编号
    /// The number there.
    ///
    /// 在该系统中的编号。
    pub value: NumberText<'a>,
    /// # Since · 日期
    /// When the case was entered there.
    ///
    /// 录入该系统的日期。
    pub on: Option<DateText<'a>>,
}

/// # Screening · 筛查线索
/// A hit of a screening of data or of active search.
///
/// 数据筛查或主动走访发现的线索。
///
/// ```
/// use tongzhou::{code::lists::Hardship, json, model::application::Screening};
///
/// let text = r#"{
///     "source": "低收入人口动态监测信息平台", "trigger": "个人负担医疗费用超过预警线",
///     "result": "rigid-expenditure", "on": "2026-07-08"
/// }"#;
/// let screening: Screening = json::from_str(text)?;
/// assert_eq!(screening.result, Some(Hardship::RigidExpenditure));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Screening<'a> {
    /// # Source · 线索来源
    /// The platform, list or authority that found the case.
    ///
    /// 发现线索的平台、名单或部门。
    pub source: TitleText<'a>,
    /// # Trigger · 触发条件
    /// What brought it up, such as a bill above a threshold.
    ///
    /// 触发原因，如费用超过预警线。
    pub trigger: Option<ShortText<'a>>,
    /// # Result · 筛查结果
    /// The hardship that the screening suggests.
    ///
    /// 筛查提示的困难类别。
    pub result: Option<Hardship>,
    /// # On · 筛查日期
    /// When it was found.
    ///
    /// 发现日期。
    pub on: Option<DateText<'a>>,
    /// # Number · 线索编号
    /// The number of the hit.
    ///
    /// 线索编号。
    pub reference: Option<NumberText<'a>>,
}

/// # Assessment · 评估
/// What one assessor found.
///
/// 一次评估的情况。
///
/// ```
/// use tongzhou::{code::lists::IntakeRole, json, model::application::Assessment};
///
/// let text = r#"{
///     "assessor": "示例社工", "role": "social-work-station", "on": "2026-02-27",
///     "visited": true, "findings": "母女二人租住，无其他收入来源。"
/// }"#;
/// let assessment: Assessment = json::from_str(text)?;
/// assert_eq!(assessment.role, Some(IntakeRole::SocialWorkStation));
/// assert_eq!(assessment.visited, Some(true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Assessment<'a> {
    /// # Assessor · 评估人
    /// Who assessed.
    ///
    /// 评估人姓名。
    pub assessor: Option<NameText<'a>>,
    /// # Organisation · 评估机构
    /// The organisation for which the assessor works.
    ///
    /// 评估人所属机构。
    pub organisation: Option<OrganisationRef<'a>>,
    /// # Role · 评估人身份
    /// In what role the assessor acts.
    ///
    /// 评估人的身份。
    pub role: Option<IntakeRole>,
    /// # On · 评估日期
    /// When it was done.
    ///
    /// 评估日期。
    pub on: Option<DateText<'a>>,
    /// # Visited · 是否入户走访
    /// Whether the assessor saw the family in person.
    ///
    /// 是否当面或入户走访。
    pub visited: Option<bool>,
    /// # Findings · 评估意见
    /// What was found.
    ///
    /// 评估发现和意见。
    pub findings: Option<LongText<'a>>,
    /// # Papers · 评估材料
    /// The assessor's papers in this package.
    ///
    /// 本包中的评估材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub document_ids: List<IdText<'a>, 10>,
}
