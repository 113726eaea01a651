//! Who insures the child, layer by layer, in the order in which the layers pay.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::lists::{CoverageStatus, InsuranceLayer, InsuranceType};
use crate::model::organisation::OrganisationRef;
use crate::model::primitive::List;
use crate::model::texts::{DateText, IdText, MoneyText, NumberText, RegionText, ShortText, TitleText};

/// # Layer of insurance · 保障层
/// One layer of insurance or of medical assistance; layers are listed in the order in which they pay.
///
/// 一层保险或医疗救助；按支付先后排列。
///
/// ```
/// use tongzhou::{
///     code::lists::{CoverageStatus, InsuranceLayer, InsuranceType},
///     json,
///     model::application::Coverage,
/// };
///
/// let text = r#"{ "layer": "basic", "type": "resident-basic", "status": "insured", "region": "331122" }"#;
/// let basic: Coverage = json::from_str(text)?;
/// assert_eq!(basic.layer, InsuranceLayer::Basic);
/// assert_eq!(basic.r#type, Some(InsuranceType::ResidentBasic));
///
/// let huimin: Coverage = json::from_str(r#"{ "layer": "huimin", "status": "not-insured" }"#)?;
/// assert_eq!(huimin.status, Some(CoverageStatus::NotInsured));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Coverage<'a> {
    /// # Layer · 保障层次
    /// Which layer it is: basic, major illness, medical assistance, city supplementary, commercial, mutual
    /// fund or bought by a charity.
    ///
    /// 基本医保、大病保险、医疗救助、惠民保、商业保险、互助基金、慈善购买等。
    pub layer: InsuranceLayer,
    /// # Kind of insurance · 险种
    /// The kind of insurance, as far as the printed words allow to tell.
    ///
    /// 险种，按印刷文字能判断的填写。
    pub r#type: Option<InsuranceType>,
    /// # Kind as printed · 险种原文
    /// The kind exactly as the receipt or card prints it.
    ///
    /// 票据或参保凭证上的原文。
    pub type_text: Option<ShortText<'a>>,
    /// # Status · 参保状态
    /// Whether the child is covered by this layer now.
    ///
    /// 目前是否享有该层保障。
    pub status: Option<CoverageStatus>,
    /// # Insured in · 参保地
    /// The county-level division where the child is insured, as a code of GB/T 2260.
    ///
    /// 参保地县级行政区划代码（GB/T 2260）。
    pub region: Option<RegionText<'a>>,
    /// # Insurer or fund · 承保机构
    /// The insurer, insurance office or fund.
    ///
    /// 保险公司、医保经办机构或基金。
    pub insurer: Option<TitleText<'a>>,
    /// # Product · 产品名称
    /// The name of the product, such as that of the city's supplementary insurance.
    ///
    /// 产品名称，如当地惠民保的名称。
    pub product: Option<TitleText<'a>>,
    /// # Insured number · 医保编号
    /// The number under which the child is insured.
    ///
    /// 患儿的参保编号或保单号。
    pub member_number: Option<NumberText<'a>>,
    /// # Covered from · 保障期起
    /// The first day covered.
    ///
    /// 保障的第一天。
    pub valid_from: Option<DateText<'a>>,
    /// # Covered until · 保障期止
    /// The last day covered.
    ///
    /// 保障的最后一天。
    pub valid_until: Option<DateText<'a>>,
    /// # Deductible · 起付线
    /// What the family bears before this layer pays, in yuan.
    ///
    /// 起付标准，单位元。
    pub deductible: Option<MoneyText<'a>>,
    /// # Ceiling · 封顶线
    /// The most that this layer pays in its period, in yuan.
    ///
    /// 保障期内最高支付金额，单位元。
    pub ceiling: Option<MoneyText<'a>>,
    /// # Paid so far · 已支付金额
    /// What this layer has paid in its period, in yuan.
    ///
    /// 保障期内已支付金额，单位元。
    pub paid_to_date: Option<MoneyText<'a>>,
    /// # Still expected · 预计还可支付
    /// What this layer is expected to pay yet for this treatment, in yuan.
    ///
    /// 预计该层对本次治疗还可支付的金额，单位元。
    pub expected: Option<MoneyText<'a>>,
    /// # Recognised for outpatient care · 是否门诊慢特病
    /// Whether the child is recognised for chronic and special illnesses in outpatient care.
    ///
    /// 是否已认定门诊慢特病待遇。
    pub outpatient_special: Option<bool>,
    /// # Registered for care elsewhere · 是否异地就医备案
    /// Whether treatment away from the insured place has been registered.
    ///
    /// 是否已办理异地就医备案。
    pub away_registered: Option<bool>,
    /// # Bought by · 购买机构
    /// The charity or authority that bought this insurance for the child.
    ///
    /// 为患儿购买该保险的慈善组织或部门。
    pub bought_by: Option<OrganisationRef<'a>>,
    /// # Why not covered · 未享有原因
    /// Why the child is not covered, or why this layer did not pay.
    ///
    /// 未参保或未支付的原因。
    pub not_covered_reason: Option<ShortText<'a>>,
    /// # Papers that show it · 证明材料
    /// Policy, card or settlement in this package.
    ///
    /// 本包中的保单、参保凭证或结算材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 20>,
}
