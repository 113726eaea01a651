//! The insurer's settlement of a bill, by the fields of the national insurance platform.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{InsuranceType, PayerKind, SettlementLayer},
    model::{
        primitive::List,
        texts::{
            DateText, ForeignCodeText, MaskedText, MoneyText, NumberText, RegionText, ShortText, TitleText,
        },
    },
};

/// # Insurance settlement · 医保结算
/// How the medical insurance settled a bill, from the settlement list or the insurance platform.
///
/// 医疗保险对一张票据的结算结果，取自结算单或医保平台。
///
/// ```
/// use tongzhou::{code::lists::{InsuranceType, PayerKind}, json, model::receipt::Settlement};
///
/// let text = r#"{
///     "settlementId": "SETL0000000001", "insuranceType": "resident-basic", "settledOn": "2026-07-06",
///     "amounts": { "total": "97552.46", "fundTotal": "59444.46", "personalCash": "38108.00" },
///     "layers": [{ "payer": "basic-insurance", "layer": "pooled-fund", "amount": "46804.30" }]
/// }"#;
/// let settlement: Settlement = json::from_str(text)?;
/// assert_eq!(settlement.insurance_type, Some(InsuranceType::ResidentBasic));
/// assert_eq!(settlement.layers[0].payer, PayerKind::BasicInsurance);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Settlement<'a> {
    /// # Settlement id · 结算号
    /// The platform's id of the settlement, setl_id. With the insurer's region it is the identity of a
    /// settlement.
    ///
    /// 医保平台的结算 ID（setl_id），与经办地区合起来确定一次结算。
    pub settlement_id: Option<NumberText<'a>>,
    /// # Visit id · 就诊号
    /// The platform's id of the visit, mdtrt_id.
    ///
    /// 医保平台的就诊 ID（mdtrt_id）。
    pub visit_id: Option<NumberText<'a>>,
    /// # Number of the insured · 人员编号（掩码）
    /// The platform's number of the insured person, psn_no, hidden digits as asterisks.
    ///
    /// 医保平台的人员编号（psn_no），隐去的各位写作星号。
    pub masked_person_number: Option<MaskedText<'a>>,
    /// # Code of the institution · 定点医药机构编号
    /// The insurance code of the designated institution, fixmedins_code.
    ///
    /// 定点医药机构编号（fixmedins_code）。
    pub hospital_code: Option<NumberText<'a>>,
    /// # Hospital's settlement number · 机构结算流水号
    /// The hospital's own number of the settlement, medins_setl_id.
    ///
    /// 医疗机构自己的结算流水号（medins_setl_id）。
    pub hospital_settlement_number: Option<NumberText<'a>>,
    /// # Region of the insurer · 经办地区
    /// The division code of the insurer that settled.
    ///
    /// 办理结算的医保经办机构所在行政区划代码。
    pub region: Option<RegionText<'a>>,
    /// # Insurer · 经办机构
    /// The name of the insurer that settled.
    ///
    /// 办理结算的医保经办机构名称。
    pub insurer: Option<TitleText<'a>>,
    /// # Type of insurance · 险种类型
    /// The type of insurance that settled.
    ///
    /// 结算所用的险种。
    pub insurance_type: Option<InsuranceType>,
    /// # Platform's insurance code · 平台险种代码
    /// The platform's code of the insurance type, insutype.
    ///
    /// 医保平台的险种代码（insutype）。
    pub platform_insurance_code: Option<ForeignCodeText<'a>>,
    /// # Medical category · 医疗类别
    /// The platform's code of the category of care, med_type.
    ///
    /// 医保平台的医疗类别代码（med_type）。
    pub medical_type_code: Option<ForeignCodeText<'a>>,
    /// # Disease code · 病种编码
    /// The platform's code of the disease, dise_codg.
    ///
    /// 医保平台的病种编码（dise_codg）。
    pub disease_code: Option<NumberText<'a>>,
    /// # Date of settlement · 结算日期
    /// The date of the settlement in China, from setl_time.
    ///
    /// 结算日期（北京时间），取自 setl_time。
    pub settled_on: Option<DateText<'a>>,
    /// # Amounts · 结算金额
    /// The amounts of the settlement.
    ///
    /// 各项结算金额。
    pub amounts: Option<SettlementAmounts<'a>>,
    /// # Payers in order · 支付层次
    /// The payers in the order in which they paid, with what each bore.
    ///
    /// 各支付方按支付顺序排列及其负担的金额。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub layers: List<PaymentLayer<'a>, 30>,
    /// # Remark · 备注
    /// The remark on the settlement list.
    ///
    /// 结算单备注。
    pub remark: Option<ShortText<'a>>,
}

/// # Amounts of a settlement · 结算金额
/// The amounts that the insurance platform states. Leave out what the paper does not show.
///
/// 医保平台所列各项金额；单据上没有的不写。
///
/// ```
/// use tongzhou::{json, model::receipt::SettlementAmounts};
///
/// let text = r#"{
///     "total": "97552.46", "pooledFund": "46804.30", "medicalAid": "2000.00", "personalTotal": "38108.00"
/// }"#;
/// let amounts: SettlementAmounts = json::from_str(text)?;
/// assert_eq!(amounts.medical_aid, Some("2000.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct SettlementAmounts<'a> {
    /// # Total · 医疗费总额
    /// The total of the medical costs, medfee_sumamt.
    ///
    /// 医疗费总额（medfee_sumamt）。
    pub total: Option<MoneyText<'a>>,
    /// # Outside the catalogue · 全自费金额
    /// Costs wholly outside the catalogue, fulamt_ownpay_amt.
    ///
    /// 全自费金额（fulamt_ownpay_amt）。
    pub out_of_catalogue: Option<MoneyText<'a>>,
    /// # Above the price limit · 超限价自费
    /// Costs above the insurance's price limits, overlmt_selfpay.
    ///
    /// 超限价自费费用（overlmt_selfpay）。
    pub over_limit: Option<MoneyText<'a>>,
    /// # Borne first · 先行自付金额
    /// The share that the person bears before the insurance counts, preselfpay_amt.
    ///
    /// 先行自付金额（preselfpay_amt）。
    pub first_self_paid: Option<MoneyText<'a>>,
    /// # Within the policy's scope · 符合政策范围金额
    /// Costs that the policy recognises, inscp_scp_amt.
    ///
    /// 符合政策范围金额（inscp_scp_amt）。
    pub in_scope: Option<MoneyText<'a>>,
    /// # Deductible applied · 实际支付起付线
    /// The deductible that was applied, act_pay_dedc.
    ///
    /// 实际支付起付线（act_pay_dedc）。
    pub deductible: Option<MoneyText<'a>>,
    /// # Pooled fund · 统筹基金支出
    /// Paid by the basic insurance's pooled fund, hifp_pay.
    ///
    /// 基本医保统筹基金支出（hifp_pay）。
    pub pooled_fund: Option<MoneyText<'a>>,
    /// # Civil-servant aid · 公务员医疗补助支出
    /// Paid by the civil servants' medical subsidy, cvlserv_pay.
    ///
    /// 公务员医疗补助资金支出（cvlserv_pay）。
    pub civil_servant_aid: Option<MoneyText<'a>>,
    /// # Enterprise supplement · 企业补充医疗保险支出
    /// Paid by an enterprise's supplementary insurance, hifes_pay.
    ///
    /// 企业补充医疗保险基金支出（hifes_pay）。
    pub enterprise_supplement: Option<MoneyText<'a>>,
    /// # Residents' critical-illness insurance · 居民大病保险支出
    /// Paid by the residents' critical-illness insurance, hifmi_pay.
    ///
    /// 居民大病保险资金支出（hifmi_pay）。
    pub resident_critical_illness: Option<MoneyText<'a>>,
    /// # Employees' large-amount subsidy · 职工大额补助支出
    /// Paid by the employees' fund for large amounts, hifob_pay.
    ///
    /// 职工大额医疗费用补助基金支出（hifob_pay）。
    pub employee_large_amount: Option<MoneyText<'a>>,
    /// # Fund for the disabled · 伤残人员医疗保障支出
    /// Paid by the medical fund for the disabled, hifdm_pay.
    ///
    /// 伤残人员医疗保障基金支出（hifdm_pay）。
    pub disability_fund: Option<MoneyText<'a>>,
    /// # Medical aid · 医疗救助支出
    /// Paid by the government's medical aid, maf_pay.
    ///
    /// 医疗救助基金支出（maf_pay）。
    pub medical_aid: Option<MoneyText<'a>>,
    /// # Other funds · 其他支出
    /// Paid by other funds, oth_pay.
    ///
    /// 其他支出（oth_pay）。
    pub other_funds: Option<MoneyText<'a>>,
    /// # All funds · 基金支付总额
    /// What all funds paid together, fund_pay_sumamt.
    ///
    /// 基金支付总额（fund_pay_sumamt）。
    pub fund_total: Option<MoneyText<'a>>,
    /// # Borne by the hospital · 医院负担金额
    /// What the hospital bore, hosp_part_amt.
    ///
    /// 医院负担金额（hosp_part_amt）。
    pub hospital_borne: Option<MoneyText<'a>>,
    /// # Borne by the person · 个人负担总金额
    /// What the person bore in all, psn_part_amt.
    ///
    /// 个人负担总金额（psn_part_amt）。
    pub personal_total: Option<MoneyText<'a>>,
    /// # Personal account · 个人账户支出
    /// Paid from the person's own insurance account, acct_pay.
    ///
    /// 个人账户支出（acct_pay）。
    pub personal_account: Option<MoneyText<'a>>,
    /// # Family account · 个人账户共济支付
    /// Paid from a relative's insurance account, acct_mulaid_pay.
    ///
    /// 个人账户共济支付金额（acct_mulaid_pay）。
    pub family_account: Option<MoneyText<'a>>,
    /// # Personal cash · 个人现金支出
    /// Paid by the person in cash or the like, psn_cash_pay.
    ///
    /// 个人现金支出（psn_cash_pay）。
    pub personal_cash: Option<MoneyText<'a>>,
    /// # Balance of the account · 账户余额
    /// What was left in the personal account, balc.
    ///
    /// 个人账户余额（balc）。
    pub account_balance: Option<MoneyText<'a>>,
}

/// # One payer's share · 一层支付
/// What one payer bore of a bill, in the order of payment.
///
/// 某一支付方负担的金额，按支付顺序。
///
/// ```
/// use tongzhou::{code::lists::{PayerKind, SettlementLayer}, model::receipt::PaymentLayer, value::Money};
///
/// let layer = PaymentLayer::builder()
///     .payer(PayerKind::MedicalAid)
///     .layer(SettlementLayer::MedicalAid)
///     .amount("2000.00".parse::<Money>()?.into())
///     .residual("38108.00".parse::<Money>()?.into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&layer)?,
///     r#"{"payer":"medical-aid","layer":"medical-aid","amount":"2000.00","residual":"38108.00"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct PaymentLayer<'a> {
    /// # Kind of payer · 支付方类别
    /// What kind of payer this is.
    ///
    /// 支付方属于哪一类。
    pub payer: PayerKind,
    /// # Layer · 结算层次
    /// The layer of the settlement that the share stands for, more closely than the kind of payer.
    ///
    /// 该笔金额对应的结算层次，比支付方类别更细。
    pub layer: Option<SettlementLayer>,
    /// # Name · 名称
    /// The insurer, fund or unit by its name.
    ///
    /// 保险、基金或单位的名称。
    pub name: Option<TitleText<'a>>,
    /// # Amount · 金额
    /// What the payer bore.
    ///
    /// 该支付方负担的金额。
    pub amount: MoneyText<'a>,
    /// # Burden left · 剩余负担
    /// What was left to the family after this payer, if the paper states it.
    ///
    /// 单据载明时，该方支付后家庭尚余的负担。
    pub residual: Option<MoneyText<'a>>,
}
