//! Tests on what the family has and lacks: hardship, burden, coverage, help and papers.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{
        AidKind, AmountBound, Ask, BurdenBasis, CoverageStatus, DocumentForm, DocumentKind, Hardship,
        HardshipVerification, HelpSource, InsuranceLayer, InsuranceType, PaperConcerns, PriorAidScope,
        SealKind,
    },
    model::{
        primitive::{Count, List},
        texts::{LongText, MoneyText, ShortText},
    },
};

/// # Hardship · 困难身份
/// The family's hardship status.
///
/// 家庭的困难身份。
///
/// ```
/// use tongzhou::{code::lists::Hardship, json, model::programme::HardshipTest};
///
/// let text = r#"{ "statuses": ["orphan", "dibao"], "verified": ["document-seen"], "inForce": true }"#;
/// let test: HardshipTest = json::from_str(text)?;
/// assert!(test.statuses.contains(&Hardship::Orphan));
/// assert_eq!(test.in_force, Some(true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HardshipTest {
    /// # Statuses · 困难类别
    /// Any of these statuses.
    ///
    /// 符合其中之一即可。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub statuses: List<Hardship, 15>,
    /// # Verified how · 核实方式
    /// Ways of verification that count; left out, any, a self-declaration too.
    ///
    /// 认可的核实方式；不写即都认可，包括自述。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub verified: List<HardshipVerification, 7>,
    /// # In force · 须在有效期内
    /// True where the certificate must still be in force.
    ///
    /// 证明必须在有效期内的为 true。
    pub in_force: Option<bool>,
}

/// # Residual burden · 家庭负担
/// What the family has to bear.
///
/// 家庭自己要负担多少。
///
/// ```
/// use tongzhou::{code::lists::BurdenBasis, json, model::programme::ResidualBurdenTest};
///
/// let text = r#"{ "basis": "burden", "from": "20000.00", "fromBound": "closed", "withinMonths": 12 }"#;
/// let test: ResidualBurdenTest = json::from_str(text)?;
/// assert_eq!((test.basis, test.from), (BurdenBasis::Burden, Some("20000.00".parse()?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ResidualBurdenTest<'a> {
    /// # Counted on · 计算依据
    /// What the amount is counted on.
    ///
    /// 按什么费用计算。
    pub basis: BurdenBasis,
    /// # From · 下限
    /// The least amount.
    ///
    /// 最低金额。
    pub from: Option<MoneyText<'a>>,
    /// # Is the lower bound included · 是否含下限
    /// Whether the least amount itself is included.
    ///
    /// 是否含下限本数。
    pub from_bound: Option<AmountBound>,
    /// # Until · 上限
    /// The greatest amount.
    ///
    /// 最高金额。
    pub until: Option<MoneyText<'a>>,
    /// # Is the upper bound included · 是否含上限
    /// Whether the greatest amount itself is included.
    ///
    /// 是否含上限本数。
    pub until_bound: Option<AmountBound>,
    /// # Within months · 期间（月）
    /// The costs of how many months before the application count.
    ///
    /// 计算申请前多少个月内的费用。
    pub within_months: Option<Count<600>>,
}

/// # Earlier aid · 既往救助
/// What aid the child has had already.
///
/// 儿童此前已获得的救助。
///
/// ```
/// use tongzhou::{json, model::{primitive::Count, programme::PriorAidTest}};
///
/// // Inside `not`: whoever has had it twice may not apply again.
/// let text = r#"{ "scope": "same-programme-and-disease", "timesFrom": 2 }"#;
/// let test: PriorAidTest = json::from_str(text)?;
/// assert_eq!(test.times_from, Count::new(2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PriorAidTest<'a> {
    /// # Whose aid · 救助范围
    /// Whose earlier aid is meant.
    ///
    /// 指哪些救助。
    pub scope: PriorAidScope,
    /// # Kinds of aid · 救助方式
    /// Aid of these kinds; left out, of any kind.
    ///
    /// 哪些方式的救助，不写即不限。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub aid_kinds: List<AidKind, 8>,
    /// # At least so many times · 至少次数
    /// The least number of times; for a supplement, one.
    ///
    /// 至少获得过几次；补充资助填 1。
    pub times_from: Option<Count<100>>,
    /// # At most so many times · 至多次数
    /// The greatest number of times; zero where there must not have been any.
    ///
    /// 至多获得过几次；不得获得过的填 0。
    pub times_until: Option<Count<100>>,
    /// # At most so much · 至多金额
    /// The greatest amount altogether.
    ///
    /// 累计至多金额。
    pub amount_until: Option<MoneyText<'a>>,
    /// # Within months · 期间（月）
    /// How far back it counts.
    ///
    /// 往前计算多少个月。
    pub within_months: Option<Count<600>>,
}

/// # Paper · 材料
/// A paper is there, as the programme wants it.
///
/// 已有符合要求的材料。
///
/// ```
/// use tongzhou::{code::lists::SealKind, json, model::programme::DocumentTest};
///
/// let text = r#"{
///     "kinds": ["economic-verification-report"], "seals": ["civil-affairs"], "issuedWithinDays": 365
/// }"#;
/// let test: DocumentTest = json::from_str(text)?;
/// assert_eq!(test.seals[0], SealKind::CivilAffairs);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentTest {
    /// # Kinds · 材料类别
    /// Any of these kinds of paper.
    ///
    /// 其中任一类材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub kinds: List<DocumentKind, 10>,
    /// # Forms · 材料形式
    /// Any of these forms.
    ///
    /// 原件、复印件等，符合其一即可。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub forms: List<DocumentForm, 7>,
    /// # Seals · 印章
    /// Any of these seals.
    ///
    /// 盖有其中任一种印章。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub seals: List<SealKind, 8>,
    /// # Issued within days · 出具期限（天）
    /// How old the paper may be, in days.
    ///
    /// 材料出具至今不超过多少天。
    pub issued_within_days: Option<Count<36500>>,
    /// # Whose · 谁的材料
    /// Whose paper it is.
    ///
    /// 是谁的材料。
    pub concerns: Option<PaperConcerns>,
}

/// # Coverage · 医疗保障
/// Which insurance covers the child.
///
/// 儿童有哪些医疗保障。
///
/// ```
/// use tongzhou::{code::lists::InsuranceLayer, json, model::programme::CoverageTest};
///
/// let test: CoverageTest = json::from_str(r#"{ "layers": ["basic"], "statuses": ["insured"] }"#)?;
/// assert_eq!(test.layers[0], InsuranceLayer::Basic);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct CoverageTest<'a> {
    /// # Layers · 保障层次
    /// Any of these layers.
    ///
    /// 其中任一层保障。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub layers: List<InsuranceLayer, 9>,
    /// # Types · 医保类型
    /// Any of these types of insurance.
    ///
    /// 其中任一类医保。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub types: List<InsuranceType, 10>,
    /// # Status · 参保状态
    /// Any of these states of coverage.
    ///
    /// 参保状态，符合其一即可。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub statuses: List<CoverageStatus, 6>,
    /// # Plan · 具体险种
    /// The plan or fund that one must belong to.
    ///
    /// 须参加的具体险种或基金。
    pub plan: Option<ShortText<'a>>,
}

/// # Other help · 其他帮助
/// What other help the family has, appeals included.
///
/// 家庭获得的其他帮助，包括个人网络求助。
///
/// ```
/// use tongzhou::{code::lists::HelpSource, json, model::programme::OtherHelpTest};
///
/// let test: OtherHelpTest = json::from_str(r#"{ "sources": ["crowdfunding"], "from": "300000.00" }"#)?;
/// assert_eq!((test.sources[0], test.from), (HelpSource::Crowdfunding, Some("300000.00".parse()?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct OtherHelpTest<'a> {
    /// # Sources · 帮助来源
    /// Help from any of these sources.
    ///
    /// 来自其中任一来源的帮助。
    pub sources: List<HelpSource, 8>,
    /// # From · 下限
    /// The least amount altogether.
    ///
    /// 累计最低金额。
    pub from: Option<MoneyText<'a>>,
    /// # Until · 上限
    /// The greatest amount altogether.
    ///
    /// 累计最高金额。
    pub until: Option<MoneyText<'a>>,
}

/// # Condition in words · 文字条件
/// A condition that only a person can settle.
///
/// 只能由人判断的条件。
///
/// ```
/// use tongzhou::{code::lists::Ask, model::programme::OtherTest};
///
/// let test = OtherTest::builder()
///     .words("村（居）委会评议认为家庭确有困难".parse()?)
///     .settled_by([Ask::VillageCommittee].into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&test)?,
///     r#"{"words":"村（居）委会评议认为家庭确有困难","settledBy":["village-committee"]}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct OtherTest<'a> {
    /// # Condition · 条件内容
    /// The condition in the programme's own words.
    ///
    /// 条件内容，按项目原文。
    pub words: LongText<'a>,
    /// # Settled by · 由谁判断
    /// Who can settle it.
    ///
    /// 由谁判断。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub settled_by: List<Ask, 8>,
}
