//! What an aid consists of and who received it, where it is more than an amount of money.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::{
        OpenCode,
        lists::{BeneficiaryKind, PayeeKind, PaymentChannel, Relation, ServiceNeed, Sex},
    },
    model::{
        organisation::{Hospital, OrganisationRef},
        person::Identifier,
        primitive::{Count, List},
        texts::{
            DateText, DecimalText, IdText, MoneyText, NameText, NumberText, RegionText, ShortText, TitleText,
        },
    },
};

/// # Drug given · 资助药品
/// A drug with quantity and value.
///
/// 药品及其数量、价值。
///
/// ```
/// use tongzhou::{json, model::aid_record::GivenDrug};
///
/// let text = r#"{ "name": "示例祛铁片 0.5g×30 片", "quantity": "3", "unit": "盒", "value": "6000.00" }"#;
/// let drug: GivenDrug = json::from_str(text)?;
/// assert_eq!(drug.quantity, Some("3".parse()?));
/// assert_eq!(drug.value, Some("6000.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct GivenDrug<'a> {
    /// # Name · 药品名称
    /// The name of the drug with its strength.
    ///
    /// 药品名称和规格。
    pub name: ShortText<'a>,
    /// # Quantity · 数量
    /// How many units.
    ///
    /// 数量。
    pub quantity: Option<DecimalText<'a>>,
    /// # Unit · 单位
    /// The unit, such as a box.
    ///
    /// 单位，如盒、支。
    pub unit: Option<ShortText<'a>>,
    /// # Value of a unit · 单价
    /// The value of one unit in yuan.
    ///
    /// 每单位的价值（元）。
    pub unit_value: Option<MoneyText<'a>>,
    /// # Value · 价值
    /// The value of all of them in yuan.
    ///
    /// 合计价值（元）。
    pub value: Option<MoneyText<'a>>,
    /// # Date · 发放日期
    /// When it was handed over.
    ///
    /// 发放的日期。
    pub given_on: Option<DateText<'a>>,
    /// # Settled on the spot · 一站式结算
    /// True when it was set off as the drug was dispensed.
    ///
    /// 取药时直接抵扣的为 true。
    pub direct_settlement: Option<bool>,
}

/// # Operation · 资助手术
/// An operation that was free or paid per case.
///
/// 免费或者按例资助的手术。
///
/// ```
/// use tongzhou::{json, model::aid_record::GivenSurgery};
///
/// let text = r#"{ "name": "室间隔缺损修补术", "performedOn": "2026-05-12", "perCase": true }"#;
/// let surgery: GivenSurgery = json::from_str(text)?;
/// assert_eq!(surgery.per_case, Some(true), "a fixed sum for each case");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct GivenSurgery<'a> {
    /// # Name · 手术名称
    /// The name of the operation.
    ///
    /// 手术名称。
    pub name: Option<ShortText<'a>>,
    /// # Hospital · 医院
    /// The hospital that operated.
    ///
    /// 施行手术的医院。
    pub hospital: Option<Hospital<'a>>,
    /// # Date · 手术日期
    /// When it was performed.
    ///
    /// 手术日期。
    pub performed_on: Option<DateText<'a>>,
    /// # Paid per case · 按例支付
    /// True when the hospital is paid a fixed amount for each case.
    ///
    /// 按每例固定金额支付给医院的为 true。
    pub per_case: Option<bool>,
}

/// # Service given · 提供的服务
/// A service, counted in its units.
///
/// 服务内容和数量。
///
/// ```
/// use tongzhou::{json, model::aid_record::GivenService, text::Lang};
///
/// let text = r#"{ "need": "lodging", "quantity": "30", "unit": "晚", "startsOn": "2026-04-01" }"#;
/// let service: GivenService = json::from_str(text)?;
/// assert_eq!(service.need.known().map(|row| row.title(Lang::ZhCn)), Some("就医住宿"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct GivenService<'a> {
    /// # Need · 服务需求
    /// The need that it meets.
    ///
    /// 服务所满足的需求。
    pub need: OpenCode<'a, ServiceNeed>,
    /// # Provider · 服务机构
    /// The organisation that gives the service.
    ///
    /// 提供服务的机构。
    pub provider: Option<OrganisationRef<'a>>,
    /// # Quantity · 数量
    /// How many units.
    ///
    /// 服务的数量。
    pub quantity: Option<DecimalText<'a>>,
    /// # Unit · 单位
    /// The unit, such as a day or a visit.
    ///
    /// 单位，如天、次。
    pub unit: Option<ShortText<'a>>,
    /// # Value · 价值
    /// The value in yuan.
    ///
    /// 服务的价值（元）。
    pub value: Option<MoneyText<'a>>,
    /// # From · 开始日期
    /// When the service begins.
    ///
    /// 服务开始的日期。
    pub starts_on: Option<DateText<'a>>,
    /// # Until · 结束日期
    /// When the service ends.
    ///
    /// 服务结束的日期。
    pub ends_on: Option<DateText<'a>>,
}

/// # Insurance bought · 购买的保险
/// Insurance that a charity bought; who is insured is not who claims.
///
/// 慈善组织购买的保险；被保险人与理赔申请人不是一回事。
///
/// ```
/// use tongzhou::{json, model::aid_record::GivenInsurance};
///
/// let text = r#"{ "product": "示例少儿大病保险", "insured": 1, "premium": "120.00", "startsOn": "2026-09-01" }"#;
/// let insurance: GivenInsurance = json::from_str(text)?;
/// assert_eq!(insurance.insured.map(|insured| insured.get()), Some(1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct GivenInsurance<'a> {
    /// # Insurer · 保险公司
    /// The insurer.
    ///
    /// 承保的保险公司。
    pub insurer: Option<OrganisationRef<'a>>,
    /// # Product · 险种
    /// The name of the insurance.
    ///
    /// 保险名称。
    pub product: Option<TitleText<'a>>,
    /// # Policy · 保单号
    /// The number of the policy.
    ///
    /// 保单号。
    pub policy_number: Option<NumberText<'a>>,
    /// # Insured persons · 被保险人数
    /// How many children are insured.
    ///
    /// 被保险的儿童人数。
    pub insured: Option<Count<100000000>>,
    /// # Premium · 保费
    /// The premium in yuan.
    ///
    /// 保费（元）。
    pub premium: Option<MoneyText<'a>>,
    /// # From · 保险期间起
    /// The first day of cover.
    ///
    /// 保险生效的第一天。
    pub starts_on: Option<DateText<'a>>,
    /// # Until · 保险期间止
    /// The last day of cover.
    ///
    /// 保险有效的最后一天。
    pub ends_on: Option<DateText<'a>>,
}

/// # Goods given · 发放的物资
/// Goods with quantity and value.
///
/// 物资及其数量、价值。
///
/// ```
/// use tongzhou::model::aid_record::GivenGoods;
///
/// let goods = GivenGoods::builder()
///     .name("制氧机".parse()?)
///     .quantity("1".parse()?)
///     .unit("台".parse()?)
///     .build();
/// assert_eq!(serde_json::to_string(&goods)?, r#"{"name":"制氧机","quantity":"1","unit":"台"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct GivenGoods<'a> {
    /// # Name · 物资名称
    /// What was given.
    ///
    /// 物资的名称。
    pub name: ShortText<'a>,
    /// # Quantity · 数量
    /// How many units.
    ///
    /// 数量。
    pub quantity: Option<DecimalText<'a>>,
    /// # Unit · 单位
    /// The unit, such as a piece.
    ///
    /// 单位，如件、套。
    pub unit: Option<ShortText<'a>>,
    /// # Value · 价值
    /// The value of all of them in yuan.
    ///
    /// 合计价值（元）。
    pub value: Option<MoneyText<'a>>,
}

/// # Payee · 收款方
/// Into whose hands the aid was paid, and how.
///
/// 救助实际支付给谁、如何支付。
///
/// ```
/// use tongzhou::{code::lists::{PayeeKind, PaymentChannel}, json, model::aid_record::PayeeUsed};
///
/// let text = r#"{
///     "kind": "hospital-account", "accountName": "示例市妇女儿童医院",
///     "channel": "hospital-settlement", "inpatientNumber": "Z0000801"
/// }"#;
/// let payee: PayeeUsed = json::from_str(text)?;
/// assert_eq!(payee.kind, PayeeKind::HospitalAccount);
/// assert_eq!(payee.channel, Some(PaymentChannel::HospitalSettlement));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PayeeUsed<'a> {
    /// # Kind · 收款方类别
    /// The kind of payee.
    ///
    /// 收款方的类别。
    pub kind: PayeeKind,
    /// # Payee of the application · 申请中的收款方
    /// The payee of the application that was used.
    ///
    /// 对应申请中的收款方。
    pub payee_id: Option<IdText<'a>>,
    /// # Account name · 户名
    /// The name of the account; the number stays with whoever paid.
    ///
    /// 收款账户的户名；账号由支付机构保存，不写在这里。
    pub account_name: Option<TitleText<'a>>,
    /// # Organisation · 收款机构
    /// The organisation that was paid.
    ///
    /// 收款的机构。
    pub organisation: Option<OrganisationRef<'a>>,
    /// # Channel · 支付方式
    /// How it was paid or handed over.
    ///
    /// 支付或者交付的方式。
    pub channel: Option<PaymentChannel>,
    /// # Hospital number · 住院号
    /// The number under which the hospital credits it.
    ///
    /// 医院入账所用的住院号。
    pub inpatient_number: Option<NumberText<'a>>,
}

/// # Who receives it · 受助对象
/// Who is helped where no application says so.
///
/// 没有对应申请时写明的受助对象。
///
/// ```
/// use tongzhou::{code::lists::BeneficiaryKind, json, model::aid_record::Beneficiary};
///
/// let child: Beneficiary = json::from_str(r#"{ "kind": "child", "name": "何小舟", "sex": "female" }"#)?;
/// assert_eq!(child.kind, BeneficiaryKind::Child);
///
/// let household: Beneficiary = json::from_str(r#"{ "kind": "household", "region": "440106" }"#)?;
/// assert!(household.name.is_none(), "aid to many names nobody");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Beneficiary<'a> {
    /// # Kind · 对象类别
    /// A child, a household or a group.
    ///
    /// 儿童、家庭或者群体。
    pub kind: BeneficiaryKind,
    /// # Name · 姓名
    /// The name of the child or of the head of the household.
    ///
    /// 儿童姓名或户主姓名。
    pub name: Option<NameText<'a>>,
    /// # Sex · 性别
    /// The sex of the person.
    ///
    /// 性别。
    pub sex: Option<Sex>,
    /// # Birth date · 出生日期
    /// The birth date of the person.
    ///
    /// 出生日期。
    pub birth_date: Option<DateText<'a>>,
    /// # Identity numbers · 身份标识
    /// The identity papers of the person.
    ///
    /// 身份证件或号码。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub identifiers: List<Identifier<'a>, 20>,
    /// # Relation to the child · 与儿童的关系
    /// What the person is to the child, where it is not the child.
    ///
    /// 受助人不是儿童本人时，与儿童的关系。
    pub relation: Option<Relation>,
    /// # Division · 所在地区划
    /// The county-level division.
    ///
    /// 所在县级行政区划代码。
    pub region: Option<RegionText<'a>>,
    /// # Household size · 家庭人口
    /// How many persons live in the household.
    ///
    /// 家庭人口数。
    pub household_size: Option<Count<50>>,
}

/// # Aid to many · 批量发放
/// Aid given to many at once, such as a winter grant, without a medical case.
///
/// 不针对具体病例的批量救助，如冬季慰问。
///
/// ```
/// use tongzhou::{json, model::aid_record::GroupAid};
///
/// let text = r#"{
///     "batchNumber": "WN-2026-01", "name": "春节前送温暖", "recipients": 200, "amountEach": "500.00"
/// }"#;
/// let group: GroupAid = json::from_str(text)?;
/// assert_eq!(group.recipients.map(|recipients| recipients.get()), Some(200));
/// assert_eq!(group.amount_each, Some("500.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct GroupAid<'a> {
    /// # Batch · 批次号
    /// The number of the batch.
    ///
    /// 批次编号。
    pub batch_number: Option<NumberText<'a>>,
    /// # Name · 名称
    /// What people call it.
    ///
    /// 批量发放的名称。
    pub name: Option<TitleText<'a>>,
    /// # Number of recipients · 发放户（人）数
    /// How many persons or households receive it.
    ///
    /// 领取的人数或户数。
    pub recipients: Option<Count<100000000>>,
    /// # Amount each · 每户（人）金额
    /// What each of them receives, in yuan.
    ///
    /// 每人或每户的金额（元）。
    pub amount_each: Option<MoneyText<'a>>,
    /// # Whom it is for · 发放范围
    /// By what they were chosen.
    ///
    /// 发放对象的范围。
    pub criteria: Option<ShortText<'a>>,
}
