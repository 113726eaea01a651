//! The treatment: where it stands, what is planned, what it costs.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::{
    OpenCode,
    lists::{Relation, ServiceNeed, TreatmentKind, TreatmentStage, Urgency},
};
use crate::model::organisation::Hospital;
use crate::model::primitive::{Count, List};
use crate::model::texts::{DateText, IdText, MoneyText, NameText, NumberText, PhoneText, ShortText};

/// # Treatment · 治疗
/// Where the treatment stands, where it is given, what is planned and what it costs.
///
/// 治疗进展、医院、计划和费用。
///
/// ```
/// use tongzhou::{code::lists::{TreatmentStage, Urgency}, json, model::application::Treatment};
///
/// let text = r#"{
///     "stage": "planned", "urgency": "urgent", "kinds": ["chemotherapy", "stem-cell-transplant"],
///     "hospital": { "name": "示例市儿童医院" }, "plannedFrom": "2026-12-01"
/// }"#;
/// let treatment: Treatment = json::from_str(text)?;
/// assert_eq!((treatment.stage, treatment.urgency), (Some(TreatmentStage::Planned), Some(Urgency::Urgent)));
/// assert!(treatment.kinds.iter().any(|kind| kind.as_str() == "stem-cell-transplant"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Treatment<'a> {
    /// # Stage · 治疗阶段
    /// Where the treatment stands today.
    ///
    /// 目前的治疗阶段。
    pub stage: Option<TreatmentStage>,
    /// # Urgency · 紧急程度
    /// How soon treatment must go on, as the doctor sees it.
    ///
    /// 医生判断的治疗紧急程度。
    pub urgency: Option<Urgency>,
    /// # Kinds of treatment · 治疗方式
    /// What is planned or under way.
    ///
    /// 计划或正在进行的治疗方式。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub kinds: List<OpenCode<'a, TreatmentKind>, 20>,
    /// # Hospital · 治疗医院
    /// The hospital that treats or will treat the child.
    ///
    /// 正在或将要收治患儿的医院。
    pub hospital: Option<Hospital<'a>>,
    /// # Other hospitals · 其他医院
    /// Further hospitals that take part, now or before.
    ///
    /// 现在或以前参与治疗的其他医院。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub other_hospitals: List<Hospital<'a>, 10>,
    /// # Department · 科室
    /// The department that treats the child.
    ///
    /// 收治科室。
    pub department: Option<ShortText<'a>>,
    /// # Doctor in charge · 主管医生
    /// The doctor who can confirm the plan.
    ///
    /// 可核实治疗方案的主管医生。
    pub doctor: Option<NameText<'a>>,
    /// # Telephone of the department · 科室或医生电话
    /// A number at which the plan can be confirmed.
    ///
    /// 可核实治疗方案的电话。
    pub doctor_phone: Option<PhoneText<'a>>,
    /// # Inpatient number · 住院号
    /// The number of the current or last stay.
    ///
    /// 本次或最近一次住院的住院号。
    pub inpatient_number: Option<NumberText<'a>>,
    /// # Outpatient number · 门诊号
    /// The outpatient number in that hospital.
    ///
    /// 在该医院的门诊号。
    pub outpatient_number: Option<NumberText<'a>>,
    /// # Medical record number · 病案号
    /// The number of the medical record.
    ///
    /// 病案号（病历号）。
    pub record_number: Option<NumberText<'a>>,
    /// # Admitted on · 入院日期
    /// When the current or last stay began.
    ///
    /// 本次或最近一次住院的入院日期。
    pub admitted_on: Option<DateText<'a>>,
    /// # Discharged on · 出院日期
    /// When it ended; leave it out during the stay.
    ///
    /// 出院日期；仍在住院的不填。
    pub discharged_on: Option<DateText<'a>>,
    /// # Planned from · 计划开始日期
    /// When the treatment for which aid is asked begins.
    ///
    /// 申请救助的治疗计划何时开始。
    pub planned_from: Option<DateText<'a>>,
    /// # Planned until · 计划结束日期
    /// When it is expected to end.
    ///
    /// 预计何时结束。
    pub planned_until: Option<DateText<'a>>,
    /// # Already operated · 是否已手术
    /// Whether the operation for which aid is asked has been done.
    ///
    /// 申请救助的手术是否已经做完。
    pub already_operated: Option<bool>,
    /// # Operations · 手术
    /// Operations done and planned.
    ///
    /// 已做和计划做的手术。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub operations: List<Operation<'a>, 20>,
    /// # Transplant · 移植
    /// The transplant that is planned or done.
    ///
    /// 计划或已做的移植。
    pub transplant: Option<Transplant<'a>>,
    /// # Drugs · 用药
    /// Long-term or costly drugs for which help is asked.
    ///
    /// 申请帮助的长期或高价药品。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub drugs: List<PlannedDrug<'a>, 30>,
    /// # Estimate of costs · 费用预估
    /// What the treatment is expected to cost in all.
    ///
    /// 治疗预计总费用。
    pub estimate: Option<Estimate<'a>>,
    /// # Spent so far · 已发生费用
    /// What the treatment has cost so far.
    ///
    /// 截至目前已发生的费用。
    pub spent_to_date: Option<SpentToDate<'a>>,
    /// # Paid in advance · 预缴金额
    /// What lies with the hospital as advance payment, in yuan.
    ///
    /// 已在医院预缴的金额，单位元。
    pub prepaid: Option<MoneyText<'a>>,
    /// # Owed to the hospital · 欠费金额
    /// What the hospital is still owed, in yuan.
    ///
    /// 尚欠医院的金额，单位元。
    pub owed: Option<MoneyText<'a>>,
    /// # Services needed · 服务需求
    /// What the family needs besides money.
    ///
    /// 除资金外需要的服务。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub needs: List<OpenCode<'a, ServiceNeed>, 20>,
    /// # Services in words · 服务需求说明
    /// What exactly is needed, from when to when.
    ///
    /// 具体需要什么、起止时间。
    pub needs_note: Option<ShortText<'a>>,
}

/// # Operation · 手术
/// One operation, done or planned.
///
/// 一次已做或计划做的手术。
///
/// ```
/// use tongzhou::{model::application::Operation, value::Date};
///
/// let operation = Operation::builder()
///     .name("左股骨远端瘤段切除假体置换术".parse()?)
///     .performed_on("2026-08-05".parse::<Date>()?.into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&operation)?,
///     r#"{"name":"左股骨远端瘤段切除假体置换术","performedOn":"2026-08-05"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Operation<'a> {
    /// # Name · 手术名称
    /// The operation in the words of the plan.
    ///
    /// 治疗方案上的手术名称。
    pub name: ShortText<'a>,
    /// # Which one · 第几次手术
    /// Which operation for this illness it is, counted from 1.
    ///
    /// 为该病做的第几次手术，从 1 起。
    pub ordinal: Option<Count<50>>,
    /// # Planned on · 计划日期
    /// When it is planned.
    ///
    /// 计划手术日期。
    pub planned_on: Option<DateText<'a>>,
    /// # Performed on · 手术日期
    /// When it was done.
    ///
    /// 实际手术日期。
    pub performed_on: Option<DateText<'a>>,
}

/// # Transplant · 移植
/// A transplant and how far it is prepared.
///
/// 移植及其准备情况。
///
/// ```
/// use tongzhou::{code::lists::Relation, json, model::application::Transplant};
///
/// let text = r#"{ "kind": "stem-cell-transplant", "donorMatched": true, "donorRelation": "father" }"#;
/// let transplant: Transplant = json::from_str(text)?;
/// assert_eq!(transplant.donor_relation, Some(Relation::Father));
/// assert_eq!(transplant.performed_on, None, "it is still to come");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Transplant<'a> {
    /// # Kind · 移植类型
    /// Whether stem cells or an organ are transplanted.
    ///
    /// 造血干细胞移植或器官移植。
    pub kind: Option<OpenCode<'a, TreatmentKind>>,
    /// # Kind of donor · 供者类型
    /// The organ, and the donor in the words of the plan: the child itself, a sibling, half-matched,
    /// unrelated, cord blood.
    ///
    /// 器官名称及治疗方案上的供者类型：自体、同胞全相合、半相合、无关供者、脐血等。
    pub donor: Option<ShortText<'a>>,
    /// # Donor matched · 是否配型成功
    /// Whether a donor has been found whose tissue type matches.
    ///
    /// 是否已找到配型相合的供者。
    pub donor_matched: Option<bool>,
    /// # Donor's relation to the child · 供者与患儿关系
    /// What the donor is to the child; leave it out for a stranger.
    ///
    /// 供者是患儿的什么人；非亲属不填。
    pub donor_relation: Option<Relation>,
    /// # Scheduled on · 计划移植日期
    /// When the transplant is scheduled.
    ///
    /// 计划移植日期。
    pub scheduled_on: Option<DateText<'a>>,
    /// # Performed on · 移植日期
    /// When it was done.
    ///
    /// 实际移植日期。
    pub performed_on: Option<DateText<'a>>,
}

/// # Drug · 药品
/// One drug that the treatment needs.
///
/// 治疗需要的一种药品。
///
/// ```
/// use tongzhou::{json, model::application::PlannedDrug};
///
/// let text = r#"{ "name": "示例祛铁片", "inCatalogue": false, "monthlyCost": "2000.00", "months": 6 }"#;
/// let drug: PlannedDrug = json::from_str(text)?;
/// assert_eq!(drug.in_catalogue, Some(false));
/// assert_eq!(drug.months.map(|months| months.get()), Some(6));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PlannedDrug<'a> {
    /// # Name · 药品名称
    /// The generic name, with strength and form.
    ///
    /// 通用名，写明规格和剂型。
    pub name: ShortText<'a>,
    /// # In the insurance catalogue · 是否医保目录内
    /// Whether the basic insurance pays a part of it.
    ///
    /// 是否在基本医保药品目录内。
    pub in_catalogue: Option<bool>,
    /// # Cost a month · 每月费用
    /// What it costs the family a month, in yuan.
    ///
    /// 家庭每月承担的费用，单位元。
    pub monthly_cost: Option<MoneyText<'a>>,
    /// # Months · 用药月数
    /// For how many more months it is needed.
    ///
    /// 还需要用药多少个月。
    pub months: Option<Count<600>>,
}

/// # Estimate of costs · 费用预估
/// What somebody who knows expects the treatment to cost.
///
/// 知情者对治疗费用的预估。
///
/// ```
/// use tongzhou::{json, model::application::Estimate};
///
/// let text = r#"{ "amount": "380000.00", "outsideCatalogue": "120000.00", "givenBy": "血液科" }"#;
/// let estimate: Estimate = json::from_str(text)?;
/// assert_eq!(estimate.amount.as_str(), "380000.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Estimate<'a> {
    /// # Amount · 预估金额
    /// The expected cost in all, before anybody pays a part, in yuan.
    ///
    /// 预计总费用（未扣除任何支付），单位元。
    pub amount: MoneyText<'a>,
    /// # Outside the catalogue · 目录外金额
    /// The part that the basic insurance will not consider, in yuan.
    ///
    /// 其中医保目录外的部分，单位元。
    pub outside_catalogue: Option<MoneyText<'a>>,
    /// # Basis · 预估依据
    /// On what it rests: plan, price list, similar cases.
    ///
    /// 预估的依据：治疗方案、收费标准、同类病例等。
    pub basis: Option<ShortText<'a>>,
    /// # Given by · 预估人
    /// Who gave it: department, doctor, social worker or family.
    ///
    /// 由谁预估：科室、医生、社工或家属。
    pub given_by: Option<ShortText<'a>>,
    /// # Given on · 预估日期
    /// When it was given.
    ///
    /// 预估日期。
    pub given_on: Option<DateText<'a>>,
    /// # Papers that show it · 证明材料
    /// The plan or estimate in this package.
    ///
    /// 本包中的治疗方案或费用预估材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}

/// # Spent so far · 已发生费用
/// What the treatment has cost from the first day to a given day.
///
/// 从开始治疗到某日的累计费用。
///
/// ```
/// use tongzhou::{json, model::application::SpentToDate};
///
/// let text = r#"{ "total": "207234.46", "insurancePaid": "120325.76", "borneByFamily": "86908.70" }"#;
/// let spent: SpentToDate = json::from_str(text)?;
/// assert_eq!(spent.borne_by_family, Some("86908.70".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SpentToDate<'a> {
    /// # Total · 总费用
    /// The whole of the bills, before anybody paid a part, in yuan.
    ///
    /// 账单总额（未扣除任何支付），单位元。
    pub total: MoneyText<'a>,
    /// # Inside the catalogue · 目录内费用
    /// The part that the basic insurance considers, in yuan.
    ///
    /// 其中医保目录内的部分，单位元。
    pub in_catalogue: Option<MoneyText<'a>>,
    /// # Outside the catalogue · 目录外费用
    /// The part that it does not consider, in yuan.
    ///
    /// 其中医保目录外的部分，单位元。
    pub outside_catalogue: Option<MoneyText<'a>>,
    /// # Paid by insurance · 保险已支付
    /// What all layers of insurance have paid together, in yuan.
    ///
    /// 各层保险合计已支付的金额，单位元。
    pub insurance_paid: Option<MoneyText<'a>>,
    /// # Borne by the family · 家庭自付
    /// What the family itself has paid or owes, in yuan.
    ///
    /// 家庭自行支付或尚欠的金额，单位元。
    pub borne_by_family: Option<MoneyText<'a>>,
    /// # From · 起始日期
    /// The first day that the figures include.
    ///
    /// 统计的第一天。
    pub since: Option<DateText<'a>>,
    /// # Until · 截止日期
    /// The last day that the figures include.
    ///
    /// 统计的最后一天。
    pub until: Option<DateText<'a>>,
}
