//! The household: who belongs to it, what comes in, what is owned, owed and spent.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::{
    OpenCode,
    lists::{CauseOfHardship, DebtKind, ExpenseKind, IncomeSource, PropertyKind, Relation},
};
use crate::model::application::hardship::HardshipStatus;
use crate::model::person::Disability;
use crate::model::primitive::{Count, List};
use crate::model::texts::{DateText, IdText, LongText, MoneyText, NameText, RegionText, ShortText};

/// # Household · 家庭
/// The people who live from the same income, and their means as the family declares them.
///
/// 共同生活的家庭成员及家庭申报的经济状况。
///
/// ```
/// use tongzhou::{json, model::{application::Household, primitive::Count}};
///
/// let text = r#"{
///     "size": 3, "annualIncome": "39600.00",
///     "members": [{ "memberId": "019a0000-0000-7000-8000-000000000110", "relation": "younger-brother" }],
///     "debts": [{ "kind": "relatives-and-friends", "amount": "68000.00", "forTreatment": true }]
/// }"#;
/// let household: Household = json::from_str(text)?;
/// assert_eq!(household.size, Count::new(3));
/// assert_eq!(household.debts[0].amount, Some("68000.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Household<'a> {
    /// # Number of people · 家庭人口数
    /// How many people live from this income, the child among them.
    ///
    /// 共同生活的人口数，包括患儿。
    pub size: Option<Count<50>>,
    /// # Members · 家庭成员
    /// The people of the household besides the child.
    ///
    /// 除患儿外的家庭成员。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub members: List<Member<'a>, 50>,
    /// # Why one guardian only · 仅有一名监护人的原因
    /// Where only one guardian is named: what became of the other, such as death, divorce or being missing.
    ///
    /// 只填一名监护人时，说明另一方的情况，如去世、离异、失联。
    pub sole_guardian_reason: Option<ShortText<'a>>,
    /// # Figures from · 统计期起
    /// The first day of the twelve months that incomes and expenses below refer to.
    ///
    /// 下列收入和支出所属十二个月的第一天。
    pub period_from: Option<DateText<'a>>,
    /// # Figures until · 统计期止
    /// The last day of those twelve months.
    ///
    /// 上述十二个月的最后一天。
    pub period_until: Option<DateText<'a>>,
    /// # Income of the year · 家庭年收入
    /// What the household took in over those twelve months, after tax and without gifts for the treatment,
    /// in yuan.
    ///
    /// 十二个月内的家庭总收入（税后，不含为治疗获得的赠与），单位元。
    pub annual_income: Option<MoneyText<'a>>,
    /// # Income of the year per head · 家庭人均年收入
    /// The income of the year divided by the number of people, in yuan.
    ///
    /// 家庭年收入除以人口数，单位元。
    pub per_head_annual_income: Option<MoneyText<'a>>,
    /// # Incomes · 收入明细
    /// Where the income comes from, one line for each source and person.
    ///
    /// 收入来源，每人每项一行。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub incomes: List<Income<'a>, 50>,
    /// # Property · 财产
    /// Homes, vehicles, savings, businesses and other things of value.
    ///
    /// 住房、车辆、存款、经营资产等财产。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub properties: List<Property<'a>, 50>,
    /// # Debts · 负债
    /// What the household owes.
    ///
    /// 家庭欠款。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub debts: List<Debt<'a>, 50>,
    /// # Necessary expenses · 刚性支出
    /// What the household had to spend in those twelve months, above all on health and schooling.
    ///
    /// 十二个月内的必要支出，主要是医疗和教育支出。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub expenses: List<Expense<'a>, 50>,
    /// # Hardship statuses · 困难身份
    /// Recognised hardships, past and present, with who recognised them.
    ///
    /// 经认定的困难身份（含曾有的）及认定机关。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub hardships: List<HardshipStatus<'a>, 20>,
    /// # Causes of hardship · 致困原因
    /// What brought the household into hardship, the weightiest first.
    ///
    /// 致困原因，主要的在前。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub causes: List<OpenCode<'a, CauseOfHardship>, 10>,
    /// # Local standards used · 当地标准
    /// The local averages and lines with which the figures were compared.
    ///
    /// 用于比较的当地人均收入和低保标准。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub local_standards: List<LocalStandard<'a>, 10>,
    /// # Circumstances in words · 家庭情况说明
    /// What the figures do not show.
    ///
    /// 数字不能反映的家庭情况。
    pub account: Option<LongText<'a>>,
}

/// # Member of the household · 家庭成员
/// One person of the household besides the child.
///
/// 除患儿外的一名家庭成员。
///
/// ```
/// use tongzhou::{code::lists::Relation, model::application::Member};
///
/// let brother = Member::builder()
///     .member_id("019a0000-0000-7000-8000-000000000110".parse()?)
///     .relation(Relation::YoungerBrother)
///     .dependent(true)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&brother)?,
///     r#"{"memberId":"019a0000-0000-7000-8000-000000000110","relation":"younger-brother","dependent":true}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Member<'a> {
    /// # Identifier of the member · 家庭成员标识号
    /// An identifier made for this application, by which other parts point to this member.
    ///
    /// 本申请内的家庭成员标识号，供其他部分引用。
    pub member_id: IdText<'a>,
    /// # The same person as guardian · 对应监护人
    /// The guardian that this member is, so that nothing is written twice.
    ///
    /// 该成员即监护人时，填监护人标识号，不必重复填写。
    pub guardian_id: Option<IdText<'a>>,
    /// # Name · 姓名
    /// The member's name; leave it out where nothing needs to be proved about this person.
    ///
    /// 成员姓名；无需核实此人时不填。
    pub name: Option<NameText<'a>>,
    /// # Relation to the child · 与患儿关系
    /// What the member is to the child.
    ///
    /// 该成员是患儿的什么人。
    pub relation: Option<Relation>,
    /// # Birth date · 出生日期
    /// The member's birth date.
    ///
    /// 成员的出生日期。
    pub birth_date: Option<DateText<'a>>,
    /// # Occupation or schooling · 职业或就学情况
    /// What the member works as, or the stage of schooling.
    ///
    /// 从事的职业，或就学阶段。
    pub occupation: Option<ShortText<'a>>,
    /// # Health · 健康状况
    /// Whether the member is able to work, and serious illness if there is one.
    ///
    /// 是否有劳动能力，有无重大疾病。
    pub health: Option<ShortText<'a>>,
    /// # Disabilities · 残疾情况
    /// Disabilities of the member that are certified.
    ///
    /// 该成员经认定的残疾。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub disabilities: List<Disability<'a>, 10>,
    /// # Supported by the household · 是否由家庭供养
    /// Whether the member has no income and is supported by the others.
    ///
    /// 是否无收入、由家庭供养。
    pub dependent: Option<bool>,
    /// # Income of the year · 年收入
    /// What this member took in over the twelve months, in yuan.
    ///
    /// 该成员十二个月内的收入，单位元。
    pub annual_income: Option<MoneyText<'a>>,
}

/// # Income · 收入
/// One source of income.
///
/// 一项收入来源。
///
/// ```
/// use tongzhou::{json, model::application::Income, text::Lang};
///
/// let income: Income = json::from_str(r#"{ "source": "migrant-work", "annualAmount": "31200.00" }"#)?;
/// assert_eq!(income.source.known().map(|row| row.title(Lang::ZhCn)), Some("外出务工"));
/// assert_eq!(income.annual_amount, Some("31200.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Income<'a> {
    /// # Source · 收入来源
    /// The kind of source.
    ///
    /// 收入来源的类别。
    pub source: OpenCode<'a, IncomeSource>,
    /// # Amount of the year · 年收入金额
    /// What the source brought in over the twelve months, in yuan.
    ///
    /// 该来源十二个月内的收入，单位元。
    pub annual_amount: Option<MoneyText<'a>>,
    /// # Guardian who earns it · 取得收入的监护人
    /// The guardian whose income it is.
    ///
    /// 取得该收入的监护人。
    pub guardian_id: Option<IdText<'a>>,
    /// # Member who earns it · 取得收入的家庭成员
    /// The member whose income it is, if not a guardian.
    ///
    /// 取得该收入的家庭成员（非监护人时）。
    pub member_id: Option<IdText<'a>>,
    /// # In words · 说明
    /// What the source is, where the kind does not tell.
    ///
    /// 类别不能说明时，写明具体来源。
    pub note: Option<ShortText<'a>>,
    /// # Papers that show it · 证明材料
    /// Wage slips or other proof in this package.
    ///
    /// 本包中的工资条等证明材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 30>,
}

/// # Property · 财产
/// One thing of value.
///
/// 一项财产。
///
/// ```
/// use tongzhou::{json, model::application::Property};
///
/// let text = r#"{ "kind": "home-owned", "description": "村内两层砖房", "onlyHome": true }"#;
/// let home: Property = json::from_str(text)?;
/// assert_eq!(home.only_home, Some(true));
/// assert_eq!(home.value, None, "nobody has put a value on it");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Property<'a> {
    /// # Kind · 财产类型
    /// The kind of property.
    ///
    /// 财产的类型。
    pub kind: OpenCode<'a, PropertyKind>,
    /// # Description · 财产说明
    /// What it is: floor space and place of a home, make and year of a vehicle.
    ///
    /// 具体情况：住房面积和位置，车辆品牌和年份等。
    pub description: Option<ShortText<'a>>,
    /// # Present value · 现值
    /// What it would bring now, in yuan.
    ///
    /// 目前估值，单位元。
    pub value: Option<MoneyText<'a>>,
    /// # The only home · 是否唯一住房
    /// Whether it is the only home the household has.
    ///
    /// 是否为家庭唯一住房。
    pub only_home: Option<bool>,
    /// # Member who owns it · 所有人
    /// The member who owns it, if it is one person's.
    ///
    /// 属于某一成员时，填该成员。
    pub member_id: Option<IdText<'a>>,
    /// # Papers that show it · 证明材料
    /// Proof in this package.
    ///
    /// 本包中的证明材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}

/// # Debt · 负债
/// One sum the household owes.
///
/// 一笔欠款。
///
/// ```
/// use tongzhou::{model::application::Debt, value::Money};
///
/// let debt = Debt::builder()
///     .kind("relatives-and-friends".parse()?)
///     .amount("68000.00".parse::<Money>()?.into())
///     .for_treatment(true)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&debt)?,
///     r#"{"kind":"relatives-and-friends","amount":"68000.00","forTreatment":true}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Debt<'a> {
    /// # Kind · 负债类型
    /// To what kind of lender it is owed.
    ///
    /// 欠款对象的类型。
    pub kind: OpenCode<'a, DebtKind>,
    /// # Amount owed · 欠款金额
    /// What is still owed, in yuan.
    ///
    /// 尚欠金额，单位元。
    pub amount: Option<MoneyText<'a>>,
    /// # For this treatment · 是否因本次治疗
    /// Whether it was taken up for this child's treatment.
    ///
    /// 是否为患儿治疗所借。
    pub for_treatment: Option<bool>,
    /// # Owed since · 借款日期
    /// When it was taken up.
    ///
    /// 借款日期。
    pub since: Option<DateText<'a>>,
    /// # In words · 说明
    /// What the debt is for; write no name of a private lender.
    ///
    /// 借款用途；不写私人出借者姓名。
    pub note: Option<ShortText<'a>>,
    /// # Papers that show it · 证明材料
    /// Proof in this package.
    ///
    /// 本包中的证明材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}

/// # Necessary expense · 刚性支出
/// One kind of expense in the twelve months.
///
/// 十二个月内的一类支出。
///
/// ```
/// use tongzhou::{json, model::application::Expense};
///
/// let text = r#"{ "kind": "lodging", "amount": "14200.00", "note": "医院附近租房" }"#;
/// let rent: Expense = json::from_str(text)?;
/// assert_eq!(rent.kind.as_str(), "lodging");
/// assert_eq!(rent.amount, Some("14200.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Expense<'a> {
    /// # Kind · 支出类型
    /// The kind of expense.
    ///
    /// 支出的类型。
    pub kind: OpenCode<'a, ExpenseKind>,
    /// # Amount · 支出金额
    /// What the household itself spent, after what insurance paid, in yuan.
    ///
    /// 家庭自行承担的金额（扣除保险支付），单位元。
    pub amount: Option<MoneyText<'a>>,
    /// # For which member · 支出对象
    /// The member for whom it was spent; leave it out for the child.
    ///
    /// 为哪位成员支出；为患儿支出的不填。
    pub member_id: Option<IdText<'a>>,
    /// # In words · 说明
    /// What it was spent on.
    ///
    /// 具体用途。
    pub note: Option<ShortText<'a>>,
    /// # Papers that show it · 证明材料
    /// Proof in this package.
    ///
    /// 本包中的证明材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 30>,
}

/// # Local standard · 当地标准
/// The published figures of one place and year with which incomes were compared.
///
/// 某地某年公布的、用于比较的标准。
///
/// ```
/// use tongzhou::{json, model::application::LocalStandard};
///
/// let text = r#"{ "region": "331122", "year": 2026, "minimumLivingStandard": "1206.00" }"#;
/// let standard: LocalStandard = json::from_str(text)?;
/// assert_eq!(standard.region.as_str(), "331122");
/// assert_eq!(standard.year.map(|year| year.get()), Some(2026));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct LocalStandard<'a> {
    /// # Division · 地区
    /// The division for which the figures were published, as a code of GB/T 2260.
    ///
    /// 公布标准的地区，填 GB/T 2260 代码。
    pub region: RegionText<'a>,
    /// # Year · 年份
    /// The year that the figures describe.
    ///
    /// 标准所属年份。
    pub year: Option<Count<9999>>,
    /// # Average disposable income per head · 人均可支配收入
    /// The average of the year before, in yuan a year.
    ///
    /// 上年度人均可支配收入，单位元/年。
    pub disposable_income_per_head: Option<MoneyText<'a>>,
    /// # Minimum living standard · 低保标准
    /// The line of the minimum living allowance, in yuan a month per head.
    ///
    /// 最低生活保障标准，单位元/人/月。
    pub minimum_living_standard: Option<MoneyText<'a>>,
    /// # Source · 标准出处
    /// Where the figures were published.
    ///
    /// 公布标准的文件或网页。
    pub source: Option<ShortText<'a>>,
}
