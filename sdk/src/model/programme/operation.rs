//! How a programme is carried out: periods, steps, payment, contacts, and where its terms were published.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::{
        OpenCode,
        lists::{
            DayKind, DocumentKind, FollowUpMethod, LeftoverDisposition, PartnerRole, PayeeKind,
            PaymentChannel, ProcessState, PublicNoticeMode,
        },
    },
    model::{
        organisation::OrganisationRef,
        primitive::{Count, List},
        texts::{DateText, EmailText, MoneyText, PhoneText, ShortText, SlugText, TitleText},
    },
};

/// # Partner · 合作方
/// An organisation that takes part.
///
/// 参与项目的一家机构。
///
/// ```
/// use tongzhou::{json, model::programme::Partner};
///
/// let text = r#"{ "organisation": { "name": "示例县民政局" }, "role": "verifier" }"#;
/// let partner: Partner = json::from_str(text)?;
/// assert_eq!(partner.role.as_str(), "verifier");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Partner<'a> {
    /// # Organisation · 机构
    /// Which organisation.
    ///
    /// 哪家机构。
    pub organisation: OrganisationRef<'a>,
    /// # Role · 角色
    /// What it does in the programme.
    ///
    /// 在项目中做什么。
    pub role: OpenCode<'a, PartnerRole>,
    /// # Abroad · 境外机构
    /// True for an organisation outside mainland China.
    ///
    /// 境外机构为 true。
    pub abroad: Option<bool>,
    /// # Note · 说明
    /// Anything else about its part.
    ///
    /// 其他说明。
    pub note: Option<ShortText<'a>>,
}

/// # Period · 项目周期
/// A period in which the terms hold.
///
/// 条件适用的一段期间。
///
/// ```
/// use tongzhou::{json, model::programme::Period};
///
/// let text = r#"{ "from": "2026-01-01", "until": "2026-12-31", "budget": "1000000.00", "places": 100 }"#;
/// let period: Period = json::from_str(text)?;
/// assert_eq!(period.places.map(|places| places.get()), Some(100));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Period<'a> {
    /// # From · 开始日期
    /// The first day.
    ///
    /// 第一天。
    pub from: Option<DateText<'a>>,
    /// # Until · 结束日期
    /// The last day; left out, without an end so far.
    ///
    /// 最后一天，不写即尚无结束日期。
    pub until: Option<DateText<'a>>,
    /// # Budget · 预算
    /// The money set aside for the period.
    ///
    /// 该期间安排的资金。
    pub budget: Option<MoneyText<'a>>,
    /// # Places · 名额
    /// How many children it is for.
    ///
    /// 可资助的人数。
    pub places: Option<Count<1000000>>,
    /// # Note · 说明
    /// Anything else about the period.
    ///
    /// 其他说明。
    pub note: Option<ShortText<'a>>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}

/// # Payment terms · 拨付方式
/// How and to whom it is paid.
///
/// 怎样拨付、付给谁。
///
/// ```
/// use tongzhou::{code::lists::PaymentChannel, json, model::programme::PaymentTerms};
///
/// let text = r#"{
///     "channels": ["hospital-settlement"], "payees": ["hospital-account"], "againstReceipts": true
/// }"#;
/// let payment: PaymentTerms = json::from_str(text)?;
/// assert_eq!(payment.channels[0], PaymentChannel::HospitalSettlement);
/// assert_eq!(payment.against_receipts, Some(true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PaymentTerms<'a> {
    /// # Channels · 支付方式
    /// How it is paid.
    ///
    /// 支付方式。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub channels: List<PaymentChannel, 4>,
    /// # Payees · 收款方
    /// To whom, the usual one first.
    ///
    /// 付给谁，通常的在前。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub payees: List<PayeeKind, 7>,
    /// # Before treatment · 治疗前拨付
    /// True where it is paid before treatment ends.
    ///
    /// 治疗结束前即拨付的为 true。
    pub before_treatment: Option<bool>,
    /// # Against receipts · 凭票据拨付
    /// True where it is paid only against receipts.
    ///
    /// 须凭票据拨付的为 true。
    pub against_receipts: Option<bool>,
    /// # Receipts accepted · 认可的票据材料
    /// The papers that are accepted as receipts.
    ///
    /// 认可的票据材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub receipt_kinds: List<DocumentKind, 6>,
    /// # Notice valid for days · 告知书有效期（天）
    /// How many days the family has to answer an award notice.
    ///
    /// 收到资助告知书后应在多少天内办理。
    pub notice_valid_days: Option<Count<3660>>,
    /// # Leftover · 结余处理
    /// What happens to money that is left.
    ///
    /// 结余资金如何处理。
    pub leftover: Option<LeftoverDisposition>,
    /// # Instalments · 分期次数
    /// In how many instalments it is paid.
    ///
    /// 分几次拨付。
    pub instalments: Option<Count<100>>,
    /// # Note · 说明
    /// Anything else about payment.
    ///
    /// 其他说明。
    pub note: Option<ShortText<'a>>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}

/// # Step · 办理步骤
/// One step of the procedure and its time limit.
///
/// 办理的一个步骤及其时限。
///
/// ```
/// use tongzhou::{code::lists::{DayKind, ProcessState}, json, model::programme::ProcessStep};
///
/// let text = r#"{ "state": "intake-check", "by": "医院社工", "withinDays": 3, "dayKind": "working" }"#;
/// let step: ProcessStep = json::from_str(text)?;
/// assert_eq!((step.state, step.day_kind), (ProcessState::IntakeCheck, Some(DayKind::Working)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ProcessStep<'a> {
    /// # State · 办理状态
    /// The state of the case in this step.
    ///
    /// 该步骤中的办理状态。
    pub state: ProcessState,
    /// # By whom · 由谁办理
    /// Who carries it out.
    ///
    /// 由谁办理。
    pub by: Option<ShortText<'a>>,
    /// # Within days · 时限（天）
    /// In how many days at the latest.
    ///
    /// 最迟在多少天内完成。
    pub within_days: Option<Count<3660>>,
    /// # Kind of days · 天数算法
    /// How the days are counted.
    ///
    /// 天数怎样计算。
    pub day_kind: Option<DayKind>,
    /// # As published · 公布的原文
    /// How the programme words it.
    ///
    /// 项目的原文。
    pub words: Option<ShortText<'a>>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}

/// # Priority lane · 绿色通道
/// What is done faster in an emergency.
///
/// 紧急情况下如何加快。
///
/// ```
/// use tongzhou::model::{primitive::Count, programme::PriorityLane};
///
/// let lane = PriorityLane::builder()
///     .within_days(Count::saturating(2))
///     .words("危重患儿先受理后补材料".parse()?)
///     .build();
/// assert_eq!(serde_json::to_string(&lane)?, r#"{"withinDays":2,"words":"危重患儿先受理后补材料"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PriorityLane<'a> {
    /// # Within days · 时限（天）
    /// In how many days it is decided.
    ///
    /// 多少天内作出决定。
    pub within_days: Option<Count<366>>,
    /// # As published · 公布的原文
    /// How the programme words it.
    ///
    /// 项目的原文。
    pub words: Option<ShortText<'a>>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}

/// # Public notice · 公示
/// Whether and how decisions are published.
///
/// 审核结果是否公示、怎样公示。
///
/// ```
/// use tongzhou::{code::lists::PublicNoticeMode, json, model::programme::PublicNoticeTerms};
///
/// let terms: PublicNoticeTerms = json::from_str(r#"{ "required": true, "days": 5, "mode": "masked" }"#)?;
/// assert!(terms.required);
/// assert_eq!(terms.mode, Some(PublicNoticeMode::Masked));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PublicNoticeTerms<'a> {
    /// # Required · 是否公示
    /// Whether decisions are published.
    ///
    /// 是否公示。
    pub required: bool,
    /// # Days · 公示天数
    /// For how many days.
    ///
    /// 公示多少天。
    pub days: Option<Count<366>>,
    /// # Mode · 公示方式
    /// How the child is shown.
    ///
    /// 以什么方式显示儿童信息。
    pub mode: Option<PublicNoticeMode>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}

/// # Follow-up · 回访
/// How the programme asks later how the child is.
///
/// 项目怎样回访。
///
/// ```
/// use tongzhou::{json, model::programme::FollowUpTerms};
///
/// let terms: FollowUpTerms = json::from_str(r#"{ "methods": ["phone"], "afterMonths": [3, 12] }"#)?;
/// assert_eq!(terms.after_months.iter().map(|months| months.get()).max(), Some(12));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct FollowUpTerms<'a> {
    /// # Methods · 回访方式
    /// How it asks.
    ///
    /// 回访方式。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub methods: List<FollowUpMethod, 5>,
    /// # After months · 回访时间（月）
    /// How many months after payment.
    ///
    /// 拨付后第几个月回访。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub after_months: List<Count<240>, 12>,
    /// # By sample · 抽样回访
    /// True where only a sample is visited.
    ///
    /// 只抽样回访的为 true。
    pub sampled: Option<bool>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}

/// # Contact · 联系方式
/// Where families and members ask.
///
/// 家庭和成员机构咨询的方式。
///
/// ```
/// use tongzhou::{json, model::programme::ProgrammeContact};
///
/// let text = r#"{ "office": "项目办公室", "phone": "010-00000002", "hours": "工作日 9:00 至 17:00" }"#;
/// let contact: ProgrammeContact = json::from_str(text)?;
/// assert_eq!(contact.phone, Some("010-00000002".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ProgrammeContact<'a> {
    /// # Office · 联系部门
    /// The office in charge; no person's name.
    ///
    /// 负责的部门，不写个人姓名。
    pub office: Option<TitleText<'a>>,
    /// # Telephone · 电话
    /// The telephone number of the office.
    ///
    /// 部门电话。
    pub phone: Option<PhoneText<'a>>,
    /// # E-mail · 电子邮箱
    /// The e-mail address of the office.
    ///
    /// 部门电子邮箱。
    pub email: Option<EmailText<'a>>,
    /// # Address · 地址
    /// Where the office is.
    ///
    /// 部门地址。
    pub address: Option<ShortText<'a>>,
    /// # Hours · 办公时间
    /// When it can be reached.
    ///
    /// 可以联系的时间。
    pub hours: Option<ShortText<'a>>,
    /// # Page · 网页
    /// The page of the programme.
    ///
    /// 项目网页。
    pub site: Option<ShortText<'a>>,
}

/// # Source · 出处
/// A page or paper in which terms were published.
///
/// 公布条件的网页或文件。
///
/// ```
/// use tongzhou::{json, model::programme::TermSource};
///
/// let text = r#"{ "id": "rules", "title": "示例项目管理办法", "date": "2026-01-01", "verified": true }"#;
/// let source: TermSource = json::from_str(text)?;
/// assert_eq!(source.id.as_str(), "rules", "what terms name as their source");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct TermSource<'a> {
    /// # Name · 出处代号
    /// The name by which terms refer to it.
    ///
    /// 条件引用时所用的代号。
    pub id: SlugText<'a>,
    /// # Title · 标题
    /// What it is.
    ///
    /// 网页或文件的标题。
    pub title: TitleText<'a>,
    /// # Publisher · 发布者
    /// Who published it.
    ///
    /// 由谁发布。
    pub publisher: Option<TitleText<'a>>,
    /// # Where · 位置
    /// Where it can be found.
    ///
    /// 可在何处查到。
    pub reference: Option<ShortText<'a>>,
    /// # Date · 日期
    /// The day of publication or, where that is not known, of reading.
    ///
    /// 发布日期；不清楚的填查阅日期。
    pub date: DateText<'a>,
    /// # Verified · 是否核实
    /// True where the source was read; false where the term rests on general knowledge.
    ///
    /// 查阅过出处的为 true；凭一般了解填写的为 false。
    pub verified: Option<bool>,
}
