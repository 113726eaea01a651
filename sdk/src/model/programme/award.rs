//! How much a programme gives, and out of whose money.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::criterion::Test;
use crate::{
    code::lists::{
        AidKind, AmountBound, BurdenBasis, HospitalLevel, LimitPeriod, LimitScope, Overlap, PayerKind,
        PaymentChannel, TreatmentStage,
    },
    model::{
        organisation::OrganisationRef,
        primitive::{Count, List},
        texts::{DecimalText, MoneyText, ShortText, SlugText, TitleText},
    },
};

/// # Award · 资助标准
/// One kind of award: when it is given and how much.
///
/// 一种资助：何时给、给多少。
///
/// ```
/// use tongzhou::{code::lists::BurdenBasis, json, model::programme::Award};
///
/// let text = r#"{
///     "awardId": "by-burden", "name": "按负担资助", "aidKind": "hospital-set-off", "basis": "burden",
///     "ratePercent": "60", "from": "20000.00", "fromBound": "closed", "cap": "80000.00"
/// }"#;
/// let award: Award = json::from_str(text)?;
/// assert_eq!(award.basis, Some(BurdenBasis::Burden));
/// assert_eq!((award.rate_percent, award.cap), (Some("60".parse()?), Some("80000.00".parse()?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Award<'a> {
    /// # Award · 资助项代号
    /// A name for it inside this document.
    ///
    /// 本文件内的代号。
    pub award_id: SlugText<'a>,
    /// # Name · 名称
    /// What it is called.
    ///
    /// 资助项名称。
    pub name: TitleText<'a>,
    /// # Kind of aid · 救助方式
    /// In what form it is given.
    ///
    /// 以什么形式给。
    pub aid_kind: AidKind,
    /// # Condition · 适用条件
    /// What must hold beside the eligibility.
    ///
    /// 除申请条件之外还须满足的条件。
    pub condition: Option<Test<'a>>,
    /// # Supplement to · 补充哪一项
    /// The award that it adds to.
    ///
    /// 在哪一项资助之上补充。
    pub supplement_to: Option<SlugText<'a>>,
    /// # Amount · 定额
    /// The fixed amount.
    ///
    /// 定额资助的金额。
    pub amount: Option<MoneyText<'a>>,
    /// # Up to · 最高额
    /// The greatest amount, decided case by case.
    ///
    /// 视情况决定、最高不超过的金额。
    pub amount_until: Option<MoneyText<'a>>,
    /// # Counted on · 计算依据
    /// What rates and tiers are counted on.
    ///
    /// 比例和分档按什么费用计算。
    pub basis: Option<BurdenBasis>,
    /// # Rate · 资助比例（%）
    /// The share that is paid, in per cent.
    ///
    /// 资助的百分比。
    pub rate_percent: Option<DecimalText<'a>>,
    /// # From · 起助线
    /// The amount from which costs count.
    ///
    /// 达到该金额才予资助。
    pub from: Option<MoneyText<'a>>,
    /// # Is it included · 是否含本数
    /// Whether that amount itself counts.
    ///
    /// 是否含起助线本数。
    pub from_bound: Option<AmountBound>,
    /// # Cap · 封顶额
    /// The greatest amount of one award.
    ///
    /// 单次资助的最高金额。
    pub cap: Option<MoneyText<'a>>,
    /// # Tiers · 分档
    /// What is given in each band of the burden, in order.
    ///
    /// 按负担金额分档的资助，由低到高。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub tiers: List<Tier<'a>, 20>,
    /// # Deductibles · 起付标准
    /// What is not counted, by the level of the hospital.
    ///
    /// 按医院级别扣除的起付标准。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub deductibles: List<Deductible<'a>, 4>,
    /// # Limits · 限额与次数
    /// How often and how much at most.
    ///
    /// 最多几次、最多多少。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub limits: List<Limit<'a>, 10>,
    /// # New application each time · 每次另行申请
    /// True where each further award needs an application of its own.
    ///
    /// 每次资助都要重新申请的为 true。
    pub new_application_each: Option<bool>,
    /// # Units · 计量单位
    /// In what units a service or goods are given.
    ///
    /// 服务或物资的计量单位。
    pub units: Option<ShortText<'a>>,
    /// # Cost of a unit · 单位成本
    /// What one unit costs the programme.
    ///
    /// 每单位的成本。
    pub unit_cost: Option<MoneyText<'a>>,
    /// # Paid at · 拨付节点
    /// The stage of treatment at which it is paid.
    ///
    /// 到哪个治疗阶段拨付。
    pub paid_at: Option<TreatmentStage>,
    /// # Channel · 支付方式
    /// How this award is paid, if otherwise than the rest.
    ///
    /// 本项的支付方式，与其他项不同时填写。
    pub channel: Option<PaymentChannel>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
    /// # Note · 说明
    /// What the members above cannot say.
    ///
    /// 以上各项表达不了的内容。
    pub note: Option<ShortText<'a>>,
}

/// # Band of amounts · 金额区间
/// From one amount until another, with or without them.
///
/// 从一个金额到另一个金额，写明是否含本数。
///
/// ```
/// use tongzhou::{code::lists::AmountBound, json, model::programme::AmountBand};
///
/// // From 20,000 yuan, that amount included, to below 50,000.
/// let text = r#"{ "from": "20000.00", "fromBound": "closed", "until": "50000.00", "untilBound": "open" }"#;
/// let band: AmountBand = json::from_str(text)?;
/// assert_eq!((band.from_bound, band.until_bound), (Some(AmountBound::Closed), Some(AmountBound::Open)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AmountBand<'a> {
    /// # From · 下限
    /// The lower end.
    ///
    /// 区间下限。
    pub from: Option<MoneyText<'a>>,
    /// # Is it included · 是否含下限
    /// Whether the lower end itself is in the band.
    ///
    /// 是否含下限本数。
    pub from_bound: Option<AmountBound>,
    /// # Until · 上限
    /// The upper end; left out, without end.
    ///
    /// 区间上限，不写即无上限。
    pub until: Option<MoneyText<'a>>,
    /// # Is it included · 是否含上限
    /// Whether the upper end itself is in the band.
    ///
    /// 是否含上限本数。
    pub until_bound: Option<AmountBound>,
}

/// # Tier · 档次
/// What is given in one band.
///
/// 某一区间给多少。
///
/// ```
/// use tongzhou::{json, model::programme::Tier};
///
/// let text = r#"{ "band": { "from": "100000.00", "fromBound": "open" }, "amount": "50000.00" }"#;
/// let tier: Tier = json::from_str(text)?;
/// assert_eq!(tier.amount, Some("50000.00".parse()?));
/// assert_eq!(tier.band.until, None, "however much it is");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Tier<'a> {
    /// # Band · 金额区间
    /// The band of the burden.
    ///
    /// 负担金额的区间。
    pub band: AmountBand<'a>,
    /// # Amount · 定额
    /// The fixed amount.
    ///
    /// 定额资助的金额。
    pub amount: Option<MoneyText<'a>>,
    /// # Rate · 资助比例（%）
    /// The share that is paid, in per cent.
    ///
    /// 资助的百分比。
    pub rate_percent: Option<DecimalText<'a>>,
    /// # Cap · 封顶额
    /// The greatest amount in this tier.
    ///
    /// 本档最高金额。
    pub cap: Option<MoneyText<'a>>,
}

/// # Deductible · 起付标准
/// What is not counted in hospitals of one level.
///
/// 某一级别医院扣除的起付标准。
///
/// ```
/// use tongzhou::{code::lists::HospitalLevel, model::programme::Deductible, value::Money};
///
/// let deductible = Deductible::builder()
///     .level(HospitalLevel::Level3)
///     .amount("2000.00".parse::<Money>()?.into())
///     .build();
/// assert_eq!(serde_json::to_string(&deductible)?, r#"{"level":"level-3","amount":"2000.00"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Deductible<'a> {
    /// # Level of the hospital · 医院级别
    /// The level it is for.
    ///
    /// 适用的医院级别。
    pub level: HospitalLevel,
    /// # Amount · 金额
    /// What is not counted.
    ///
    /// 扣除的金额。
    pub amount: MoneyText<'a>,
}

/// # Limit · 限额与次数
/// How often and how much at most.
///
/// 最多几次、最多多少。
///
/// ```
/// use tongzhou::{code::lists::{LimitPeriod, LimitScope}, json, model::programme::Limit};
///
/// let text = r#"{ "scope": "child-and-disease", "period": "once", "amount": "120000.00" }"#;
/// let limit: Limit = json::from_str(text)?;
/// assert_eq!((limit.scope, limit.period), (LimitScope::ChildAndDisease, LimitPeriod::Once));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Limit<'a> {
    /// # For whom · 针对谁
    /// Whom it counts for.
    ///
    /// 限额针对谁。
    pub scope: LimitScope,
    /// # Period · 期间
    /// Within what period.
    ///
    /// 在什么期间内。
    pub period: LimitPeriod,
    /// # Times · 次数
    /// How often at most.
    ///
    /// 最多几次。
    pub times: Option<Count<1000>>,
    /// # Amount · 金额
    /// How much at most.
    ///
    /// 最多多少。
    pub amount: Option<MoneyText<'a>>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}

/// # Overlap with other aid · 与其他救助的关系
/// Whether aid may come together with other aid.
///
/// 能否与其他救助叠加。
///
/// ```
/// use tongzhou::{code::lists::Overlap, json, model::programme::OverlapTerms};
///
/// let text = r#"{ "rule": "allowed-up-to-share", "upToPercent": "90", "basis": "burden" }"#;
/// let overlap: OverlapTerms = json::from_str(text)?;
/// assert_eq!(overlap.rule, Overlap::AllowedUpToShare);
/// assert_eq!(overlap.up_to_percent, Some("90".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct OverlapTerms<'a> {
    /// # Rule · 能否叠加
    /// Whether it may overlap.
    ///
    /// 能否叠加。
    pub rule: Overlap,
    /// # Up to · 合计上限（%）
    /// The share of the cost that all aid together may reach, in per cent.
    ///
    /// 各方救助合计不超过费用的百分之多少。
    pub up_to_percent: Option<DecimalText<'a>>,
    /// # Of what · 按什么费用
    /// What the share is of.
    ///
    /// 比例按什么费用计算。
    pub basis: Option<BurdenBasis>,
    /// # As published · 公布的原文
    /// The term as the programme publishes it.
    ///
    /// 项目公布的原文。
    pub words: Option<ShortText<'a>>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}

/// # Source of funding · 出资方
/// One source of the money and what it may be used for.
///
/// 一个出资方及其资金的限定用途。
///
/// ```
/// use tongzhou::{code::lists::PayerKind, json, model::programme::FundingShare};
///
/// let text = r#"{ "payer": "government-aid", "name": "示例县公益金", "sharePercent": "50" }"#;
/// let share: FundingShare = json::from_str(text)?;
/// assert_eq!(share.payer, PayerKind::GovernmentAid);
/// assert_eq!(share.share_percent, Some("50".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct FundingShare<'a> {
    /// # Kind of payer · 出资方类别
    /// What kind of payer it is.
    ///
    /// 属于哪类出资方。
    pub payer: PayerKind,
    /// # Organisation · 出资机构
    /// Who it is.
    ///
    /// 出资机构。
    pub organisation: Option<OrganisationRef<'a>>,
    /// # Name · 资金名称
    /// What the money is called, such as a lottery fund.
    ///
    /// 资金名称，如彩票公益金。
    pub name: Option<TitleText<'a>>,
    /// # Share · 分担比例（%）
    /// Its share of each award, in per cent.
    ///
    /// 在每笔资助中分担的百分比。
    pub share_percent: Option<DecimalText<'a>>,
    /// # Allowed kinds of aid · 限定的救助方式
    /// The kinds of aid it may be used for; left out, all.
    ///
    /// 资金可用于哪些救助方式，不写即不限。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub allowed_aid_kinds: List<AidKind, 8>,
    /// # Earmarked for · 定向用途
    /// What the donor has earmarked it for.
    ///
    /// 捐赠人限定的用途。
    pub earmarked: Option<ShortText<'a>>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}
