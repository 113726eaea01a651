//! The application, 统一救助申请: one document with which a family asks any number of charities for help.

pub mod child;
pub mod coverage;
pub mod declaration;
pub mod diagnosis;
pub mod guardian;
pub mod hardship;
pub mod household;
pub mod intake;
pub mod other_help;
pub mod paper;
pub mod request;
pub mod treatment;

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::model::person::Contact;
use crate::model::primitive::List;
use crate::model::texts::{DateText, IdText, LongText};
use crate::model::{
    extensions::Extensions,
    literal::{Fixed, Literal, Tongzhou, Version},
};

pub use self::{
    child::Child,
    coverage::Coverage,
    declaration::{Declaration, PublicNotice},
    diagnosis::Diagnosis,
    guardian::{Guardian, GuardianOrganisation, GuardianPerson},
    hardship::{HardshipIssuer, HardshipStatus},
    household::{Debt, Expense, Household, Income, LocalStandard, Member, Property},
    intake::{Assessment, ExternalReference, Intake, Screening},
    other_help::{CharityHelp, Crowdfunding, GovernmentHelp, OtherHelp, OtherSource},
    paper::{Concerns, Paper, PaperVerification, Seal},
    request::{Payee, Request},
    treatment::{Estimate, Operation, PlannedDrug, SpentToDate, Transplant, Treatment},
};

/// The document type `application`.
///
/// ```
/// use tongzhou::model::{application::ApplicationType, literal::Fixed};
///
/// assert_eq!(ApplicationType::TEXT, "application");
/// ```
pub enum ApplicationType {}
impl Fixed for ApplicationType {
    const TEXT: &'static str = "application";
}

/// # Application for aid · 统一救助申请
/// One application that many charities accept. Few members are required; what a programme needs beyond them
/// is that programme's to say.
///
/// 多家慈善组织共同接受的一份申请。必填项很少，其余由各项目提出要求。
///
/// ```
/// use tongzhou::{code::lists::ContactKind, json, model::Application};
///
/// // The least there is: a child, a way to call, the illness in words.
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
///     "applicationId": "019a0000-0000-7000-8000-000000000700", "createdOn": "2026-09-25",
///     "child": { "name": "测试童" },
///     "contacts": [{ "kind": "mobile", "phone": "13000000000" }],
///     "illness": "车祸后颅脑损伤，正在重症监护室。",
///     "consentIds": ["019a0000-0000-7000-8000-000000000730"]
/// }"#;
/// let application: Application = json::from_str(text)?;
/// assert_eq!(application.child.name.as_str(), "测试童");
/// assert_eq!(application.contacts[0].kind, ContactKind::Mobile);
/// assert!(application.household.is_none(), "what is not known is left out");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Application<'a> {
    /// # Standard · 标准
    /// The name of this standard.
    ///
    /// 本标准的名称。
    #[builder(skip)]
    pub standard: Literal<Tongzhou>,
    /// # Version of the standard · 标准版本
    /// The lowest version that can hold this document.
    ///
    /// 能容纳本文档的最低标准版本。
    #[builder(skip)]
    pub standard_version: Version,
    /// # Kind of document · 文档类型
    /// The kind of this document.
    ///
    /// 本文档的类型。
    #[builder(skip)]
    pub document_type: Literal<ApplicationType>,
    /// # Identifier of the application · 申请标识号
    /// Made once when the application is begun; it stays the same when papers are added.
    ///
    /// 开始申请时生成一次，补充材料后不变。
    pub application_id: IdText<'a>,
    /// # Created on · 填写日期
    /// The day on which the family made the application.
    ///
    /// 家庭提出申请的日期。
    pub created_on: DateText<'a>,
    /// # Child · 患儿
    /// The child for whom aid is asked.
    ///
    /// 申请救助的患儿。
    pub child: Child<'a>,
    /// # Guardians · 监护人
    /// All who answer for the child by law; usually both parents.
    ///
    /// 全部法定监护人，一般为父母双方。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub guardians: List<Guardian<'a>, 10>,
    /// # Contacts · 联系方式
    /// Ways to reach the family, the best first.
    ///
    /// 联系家庭的方式，最可靠的在前。
    pub contacts: List<Contact<'a>, 20>,
    /// # Illness in words · 病情说明
    /// The illness and its course in the family's or the social worker's words.
    ///
    /// 由家属或社工叙述的病情和治疗经过。
    pub illness: LongText<'a>,
    /// # Household · 家庭
    /// The household and its means.
    ///
    /// 家庭成员和经济状况。
    pub household: Option<Household<'a>>,
    /// # Diagnoses · 诊断
    /// The diagnoses, the main one first.
    ///
    /// 诊断，主要诊断在前。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub diagnoses: List<Diagnosis<'a>, 30>,
    /// # Treatment · 治疗
    /// Where the treatment stands, what is planned and what it costs.
    ///
    /// 治疗进展、计划和费用。
    pub treatment: Option<Treatment<'a>>,
    /// # Insurance · 保障层次
    /// Who insures the child, in the order in which the layers pay.
    ///
    /// 患儿的各层保障，按支付先后排列。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub coverage: List<Coverage<'a>, 20>,
    /// # Other help · 其他帮助
    /// Help from government, charities and the public.
    ///
    /// 政府、慈善组织和社会的帮助。
    pub other_help: Option<OtherHelp<'a>>,
    /// # Requests · 救助请求
    /// What is asked of whom.
    ///
    /// 向哪些机构请求什么救助。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub requests: List<Request<'a>, 50>,
    /// # Payees · 收款方
    /// Into whose hands payments may go.
    ///
    /// 款项可以支付给谁。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub payees: List<Payee<'a>, 10>,
    /// # Papers · 材料
    /// The papers that go with the application.
    ///
    /// 随申请提交的材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub documents: List<Paper<'a>, 500>,
    /// # Receipts · 票据
    /// The receipts of this package.
    ///
    /// 本包中的票据标识号。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub receipt_ids: List<IdText<'a>, 1000>,
    /// # Consents · 授权同意书
    /// The consents that let this application be passed on.
    ///
    /// 允许传递本申请的授权同意书标识号。
    pub consent_ids: List<IdText<'a>, 100>,
    /// # Declarations · 声明承诺
    /// What the applicant declares and answers for.
    ///
    /// 申请人作出并负责的声明。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub declarations: List<Declaration<'a>, 30>,
    /// # Public notice · 公示意愿
    /// How the family wishes to appear in public notices.
    ///
    /// 家庭对公示方式的意愿。
    pub public_notice: Option<PublicNotice<'a>>,
    /// # Intake · 受理登记
    /// Who recorded the application, and where it came from.
    ///
    /// 申请的登记情况和来源。
    pub intake: Option<Intake<'a>>,
    /// # Extensions · 扩展数据
    /// Members' own data, keyed by reverse-domain name; preserved, never judged.
    ///
    /// 成员机构自有数据，以反向域名为键；原样保留，不作评判。
    pub extensions: Option<Extensions>,
}
