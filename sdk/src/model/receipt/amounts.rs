//! What a receipt says of who bore the total, and what was paid back later.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{PayerKind, ReimbursementStatus},
    model::texts::{DateText, IdText, MoneyText, RegionText, ShortText, TitleText},
};

/// # Amounts of the national bill · 票据金额构成
/// The amounts under other information on the national medical bill. Where the bill prints 0, write 0.00;
/// leave out what it does not print.
///
/// 全国统一医疗票据“其他信息”中的各项金额；票面印 0 的写 0.00，未印的不写。
///
/// ```
/// use tongzhou::{json, model::receipt::ReceiptAmounts};
///
/// let text = r#"{
///     "pooledFund": "46804.30", "otherPayments": "12640.16",
///     "personalAccount": "0.00", "personalCash": "38108.00"
/// }"#;
/// let amounts: ReceiptAmounts = json::from_str(text)?;
/// assert_eq!(amounts.pooled_fund, Some("46804.30".parse()?));
/// assert_eq!(amounts.refund, None, "not printed is not zero");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReceiptAmounts<'a> {
    /// # Pooled fund · 医保统筹基金支付
    /// Paid by the pooled fund of the basic medical insurance.
    ///
    /// 基本医保统筹基金支付的金额。
    pub pooled_fund: Option<MoneyText<'a>>,
    /// # Other payments · 其他支付
    /// Paid by critical-illness insurance, medical aid, civil-servant and other supplements together.
    ///
    /// 大病保险、医疗救助、公务员补助、大额及企业补充等合计支付的金额。
    pub other_payments: Option<MoneyText<'a>>,
    /// # Personal account · 个人账户支付
    /// Paid from the personal account of the medical insurance, within the catalogue or not.
    ///
    /// 医保个人账户支付的金额，不论目录内外。
    pub personal_account: Option<MoneyText<'a>>,
    /// # Personal cash · 个人现金支付
    /// Paid by the person in cash, by card or by phone.
    ///
    /// 个人以现金、银行卡、微信、支付宝等支付的金额。
    pub personal_cash: Option<MoneyText<'a>>,
    /// # Borne within the catalogue · 个人自付
    /// Costs within the insurance catalogue that the person bears. Some hospitals print 0 here whatever the
    /// truth.
    ///
    /// 医保目录范围内由个人负担的金额；部分医院一律印 0。
    pub self_paid_in_catalogue: Option<MoneyText<'a>>,
    /// # Borne outside the catalogue · 个人自费
    /// Costs outside the insurance catalogue, borne by the person.
    ///
    /// 医保目录范围外由个人负担的金额。
    pub self_paid_out_of_catalogue: Option<MoneyText<'a>>,
    /// # Borne below the deductible · 个人自负（起付标准内）
    /// The part below the insurance's deductible, as some tax invoices print it. It is not the amount borne
    /// within the catalogue.
    ///
    /// 部分税务发票另印的起付标准以内个人负担；自负不等于自付。
    pub deductible_borne: Option<MoneyText<'a>>,
    /// # Prepaid · 预缴金额
    /// Deposits paid before or during the stay.
    ///
    /// 住院前及住院期间预缴的金额。
    pub prepaid: Option<MoneyText<'a>>,
    /// # Paid at discharge · 补缴金额
    /// What was still to pay at discharge.
    ///
    /// 出院结算时补缴的金额。
    pub top_up: Option<MoneyText<'a>>,
    /// # Refunded · 退费金额
    /// What of the deposits was given back at discharge.
    ///
    /// 出院结算时退还的金额。
    pub refund: Option<MoneyText<'a>>,
    /// # Negotiated drugs · 谈判药费
    /// The cost of drugs whose prices the insurance negotiated.
    ///
    /// 国家医保谈判药品的费用。
    pub negotiated_drug: Option<MoneyText<'a>>,
}

/// # Provincial amount · 地方扩展金额
/// An amount that only some provinces print.
///
/// 部分省份票面另印的一项金额。
///
/// ```
/// use tongzhou::{model::receipt::ExtraAmount, value::Money};
///
/// let extra = ExtraAmount::builder()
///     .label("分类自负".parse()?)
///     .value("4210.00".parse::<Money>()?.into())
///     .region("310000".parse()?)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&extra)?,
///     r#"{"label":"分类自负","value":"4210.00","region":"310000"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ExtraAmount<'a> {
    /// # Label · 名称
    /// The label on the bill, word for word.
    ///
    /// 票面所印名称，照录。
    pub label: ShortText<'a>,
    /// # Amount · 金额
    /// The amount beside it.
    ///
    /// 名称旁所印金额。
    pub value: MoneyText<'a>,
    /// # Region · 地区
    /// The division code of the province whose bill prints it.
    ///
    /// 印有此项的省份的行政区划代码。
    pub region: Option<RegionText<'a>>,
}

/// # Later reimbursement · 事后报销
/// Money paid back on this bill after it was issued.
///
/// 开票之后就本票据报销的一笔款项。
///
/// ```
/// use tongzhou::{code::lists::{PayerKind, ReimbursementStatus}, json, model::receipt::LaterReimbursement};
///
/// let text = r#"{ "payer": "charity", "amount": "300.00", "status": "settled", "paidOn": "2026-09-18" }"#;
/// let later: LaterReimbursement = json::from_str(text)?;
/// assert_eq!(later.payer, PayerKind::Charity);
/// assert_eq!(later.status, Some(ReimbursementStatus::Settled));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct LaterReimbursement<'a> {
    /// # Kind of payer · 支付方类别
    /// What kind of payer paid it back.
    ///
    /// 报销方属于哪一类。
    pub payer: PayerKind,
    /// # Name of the payer · 支付方名称
    /// The insurer, fund or unit by its name.
    ///
    /// 报销的保险机构、基金或单位名称。
    pub name: Option<TitleText<'a>>,
    /// # Amount · 金额
    /// The amount paid back.
    ///
    /// 报销金额。
    pub amount: Option<MoneyText<'a>>,
    /// # Status · 状态
    /// How far the reimbursement has come.
    ///
    /// 报销办理到哪一步。
    pub status: Option<ReimbursementStatus>,
    /// # Date · 到账日期
    /// The date of payment.
    ///
    /// 款项支付日期。
    pub paid_on: Option<DateText<'a>>,
    /// # Paper · 凭证
    /// The id of the paper that shows it.
    ///
    /// 证明该款项的单据影像标识号。
    pub document_id: Option<IdText<'a>>,
}
