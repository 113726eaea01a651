//! The document `programme`: what one aid programme funds, for whom, how much and how.
//!
//! A programme is data that a program can hold against an application. Amounts, ages and lists of hospitals stand
//! here and never in a schema; each term names the source it was published in. Who may apply is a [`Criterion`];
//! that evaluating one takes three values (met, not met, undetermined) is no matter of this document.

pub mod award;
pub mod child_test;
pub mod criterion;
pub mod means_test;
pub mod operation;
pub mod requirement;

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use self::{
    award::{AmountBand, Award, Deductible, FundingShare, Limit, OverlapTerms, Tier},
    child_test::{
        AgeTest, CodeRange, DiagnosisTest, GuardianTest, HospitalTest, NationalityTest, RegionTest,
        TreatmentTest,
    },
    criterion::{Alternative, Conditions, Criterion, Test},
    means_test::{
        CoverageTest, DocumentTest, HardshipTest, OtherHelpTest, OtherTest, PriorAidTest, ResidualBurdenTest,
    },
    operation::{
        FollowUpTerms, Partner, PaymentTerms, Period, PriorityLane, ProcessStep, ProgrammeContact,
        PublicNoticeTerms, TermSource,
    },
    requirement::RequiredDocument,
};
use super::{
    extensions::Extensions,
    literal::{Fixed, Literal, Tongzhou},
    organisation::{Hospital, OrganisationRef},
    primitive::List,
    texts::{DateText, ForeignCodeText, LongText, NumberText, ShortText, TitleText, VersionText},
    version::Version,
};
use crate::code::{
    OpenCode,
    lists::{
        AidKind, IntakeChannel, JointMode, MemberRole, PayerKind, ProgrammeStatus, ProgrammeTag, RequestKind,
        ServiceNeed,
    },
};

/// The type of this document: `programme`.
///
/// ```
/// use tongzhou::model::{literal::Fixed, programme::ProgrammeDocument};
///
/// assert_eq!(ProgrammeDocument::TEXT, "programme");
/// ```
pub enum ProgrammeDocument {}
impl Fixed for ProgrammeDocument {
    const TEXT: &'static str = "programme";
}

/// # Programme · 救助项目
/// What an aid programme funds, for whom, how much and how, each term with its source.
///
/// 一个救助项目资助什么、资助谁、资助多少、怎样办理，每项条件注明出处。
///
/// ```
/// use tongzhou::{json, model::{primitive::Count, Programme}};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "programme",
///     "programmeId": "demo-blood-2026", "name": "示例儿童血液病救助项目",
///     "operator": { "name": "示例儿童大病救助基金会" }, "status": "open",
///     "eligibility": {
///         "age": { "untilYears": 18, "boundary": "through-year", "reference": "application-submitted" },
///         "diagnosis": { "diseases": ["leukaemia", "aplastic-anaemia"] }
///     },
///     "awards": [{ "awardId": "flat", "name": "定额资助", "aidKind": "cash", "amount": "10000.00" }]
/// }"#;
/// let programme: Programme = json::from_str(text)?;
/// let age = programme.eligibility.and_then(|eligibility| eligibility.age);
/// assert_eq!(age.and_then(|age| age.until_years), Count::new(18));
/// assert_eq!(programme.awards[0].amount, Some("10000.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Programme<'a> {
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
    /// Says that this document is a programme.
    ///
    /// 表明本文件是救助项目。
    #[builder(skip)]
    pub document_type: Literal<ProgrammeDocument>,
    /// # Programme · 项目标识
    /// The programme in the catalogue, as requests name it.
    ///
    /// 项目在项目目录中的标识，申请中以此指明项目。
    pub programme_id: ForeignCodeText<'a>,
    /// # Revision · 修订版次
    /// Which wording of the programme this is; a changed term gets a new one.
    ///
    /// 本项目说明的版次，条件有变化时换新的版次。
    pub revision: Option<VersionText<'a>>,
    /// # Name · 项目名称
    /// The name of the programme as it is published.
    ///
    /// 公布的项目名称。
    pub name: TitleText<'a>,
    /// # English name · 英文名称
    /// The name in English.
    ///
    /// 项目的英文名称。
    pub name_en: Option<TitleText<'a>>,
    /// # Summary · 简介
    /// What the programme does, in a few sentences.
    ///
    /// 用几句话说明项目做什么。
    pub summary: Option<LongText<'a>>,
    /// # Illustrative · 仅作示例
    /// True where the terms were taken from published pages to show how a programme is written, and the
    /// organisation itself has not confirmed them.
    ///
    /// 条件取自公开信息、仅用来示范写法、未经项目方确认的为 true。
    pub illustrative: Option<bool>,
    /// # Run by · 主办机构
    /// The organisation that runs the programme and decides.
    ///
    /// 主办项目并作出决定的机构。
    pub operator: OrganisationRef<'a>,
    /// # Fund · 基金名称
    /// The named fund under a host organisation, if the programme is one.
    ///
    /// 项目属于某机构名下专项基金的，填基金名称。
    pub fund: Option<TitleText<'a>>,
    /// # Joint mode · 联合救助模式
    /// How several parties run it together.
    ///
    /// 多方联合实施的模式。
    pub joint_mode: Option<JointMode>,
    /// # Partners · 合作方
    /// Who else takes part.
    ///
    /// 参与项目的其他机构。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub partners: List<Partner<'a>, 20>,
    /// # Policy · 政策依据
    /// The policy or agreement that a joint programme rests on.
    ///
    /// 联合项目所依据的政策文件或协议。
    pub policy_reference: Option<ShortText<'a>>,
    /// # Filing numbers · 备案编号
    /// Numbers of the project or campaign in the national system of charity information.
    ///
    /// 项目或募捐活动在慈善信息平台上的编号。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub filings: List<NumberText<'a>, 10>,
    /// # Status · 项目状态
    /// Whether the programme takes applications.
    ///
    /// 项目目前是否受理申请。
    pub status: Option<ProgrammeStatus>,
    /// # Periods · 项目周期
    /// The periods for which the terms hold.
    ///
    /// 本条件适用的期间。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub periods: List<Period<'a>, 20>,
    /// # Tags · 项目标签
    /// Words by which the programme is found.
    ///
    /// 便于查找项目的标签。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub tags: List<OpenCode<'a, ProgrammeTag>, 20>,
    /// # What it funds · 资助内容
    /// What the aid is for.
    ///
    /// 救助用于哪些方面。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub funds: List<RequestKind, 20>,
    /// # Kinds of aid · 救助方式
    /// In what form aid is given; funds that forbid cash leave it out.
    ///
    /// 以什么形式救助；资金不得以现金发放的，不列现金。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub aid_kinds: List<AidKind, 8>,
    /// # Services · 服务内容
    /// The services that are given, if any.
    ///
    /// 提供的服务。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub services: List<OpenCode<'a, ServiceNeed>, 20>,
    /// # Eligibility · 申请条件
    /// Who may apply. All that stands in it must hold.
    ///
    /// 谁可以申请；其中各项必须同时满足。
    pub eligibility: Option<Criterion<'a>>,
    /// # Designated hospitals · 定点医院
    /// The hospitals of the programme, where it has a list.
    ///
    /// 项目的定点医院名单。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub designated_hospitals: List<Hospital<'a>, 200>,
    /// # Required papers · 所需材料
    /// The papers that the programme asks for, and when.
    ///
    /// 项目要求的材料以及何时需要。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub required_documents: List<RequiredDocument<'a>, 40>,
    /// # Awards · 资助标准
    /// What is given, one line for each kind of award.
    ///
    /// 资助多少，每种资助一项。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub awards: List<Award<'a>, 20>,
    /// # Limits · 限额与次数
    /// Limits over all awards together.
    ///
    /// 各项资助合计的限额与次数。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub limits: List<Limit<'a>, 20>,
    /// # Overlap · 与其他救助的关系
    /// Whether aid may overlap with other aid.
    ///
    /// 能否与其他救助叠加。
    pub overlap: Option<OverlapTerms<'a>>,
    /// # Order of payers · 支付顺序
    /// Who pays before the programme, the first one first, the programme's own place included.
    ///
    /// 各方先后支付的顺序，先支付的在前，含本项目所在的位置。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub payer_order: List<PayerKind, 12>,
    /// # Sources of funding · 资金构成
    /// Who funds the programme and with what share.
    ///
    /// 各出资方及其分担比例。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub funding: List<FundingShare<'a>, 20>,
    /// # Payment · 拨付方式
    /// How and to whom it is paid.
    ///
    /// 怎样拨付、付给谁。
    pub payment: Option<PaymentTerms<'a>>,
    /// # Steps · 办理流程
    /// The steps in order, with their time limits.
    ///
    /// 按顺序列出的办理步骤与时限。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub steps: List<ProcessStep<'a>, 30>,
    /// # Priority lane · 绿色通道
    /// What is done faster in an emergency.
    ///
    /// 紧急情况下如何加快办理。
    pub priority_lane: Option<PriorityLane<'a>>,
    /// # How to apply · 申请渠道
    /// The ways in which an application is taken in.
    ///
    /// 受理申请的渠道。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub apply_through: List<IntakeChannel, 11>,
    /// # Where to apply · 申请地点
    /// The office or service where the family applies.
    ///
    /// 家庭到哪里申请。
    pub apply_at: Option<ShortText<'a>>,
    /// # Evidence accepted from · 认可谁的核实结果
    /// Whose verification is taken over, so that referred families need not prove it again.
    ///
    /// 认可哪些机构的核实结果，转介来的家庭不必重复证明。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub accepts_evidence_from: List<MemberRole, 9>,
    /// # Public notice · 公示
    /// Whether and for how long decisions are published.
    ///
    /// 审核结果是否公示、公示多久。
    pub public_notice: Option<PublicNoticeTerms<'a>>,
    /// # Follow-up · 回访
    /// How the programme asks later how the child is.
    ///
    /// 项目怎样回访。
    pub follow_up: Option<FollowUpTerms<'a>>,
    /// # Agreement · 签订协议
    /// Whether an agreement is signed with the family.
    ///
    /// 是否与家庭签订捐助协议。
    pub agreement: Option<bool>,
    /// # Records go abroad · 资料是否出境
    /// True where records of the child go to a partner outside mainland China.
    ///
    /// 儿童资料会提供给境外合作方的为 true。
    pub cross_border: Option<bool>,
    /// # Contacts · 联系方式
    /// Where families and members ask.
    ///
    /// 家庭和成员机构咨询的方式。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub contacts: List<ProgrammeContact<'a>, 10>,
    /// # Sources · 出处
    /// Where the terms were published; terms name them.
    ///
    /// 各项条件公布在哪里，供条件引用。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub sources: List<TermSource<'a>, 30>,
    /// # Checked on · 核对日期
    /// When the terms were last compared with their sources.
    ///
    /// 最近一次与出处核对的日期。
    pub checked_on: Option<DateText<'a>>,
    /// # Remark · 备注
    /// Anything else that belongs to the programme.
    ///
    /// 与项目有关的其他说明。
    pub remark: Option<LongText<'a>>,
    /// # Extensions · 扩展数据
    /// Members' own data, preserved and never judged.
    ///
    /// 成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}
