//! What only a tax invoice for medical services states.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::model::texts::{MoneyText, NumberText, ShortText, TitleText};

/// # Tax block · 税务信息
/// What a private hospital's or pharmacy's tax invoice states beside the medical block, which stands in the
/// receipt's other fields.
///
/// 民营医院、药店税务发票另有的内容；医疗部分填在票据的其他各项。
///
/// ```
/// use tongzhou::{json, model::receipt::TaxInvoice};
///
/// let text = r#"{
///     "netAmount": "680.00", "tax": "0.00", "grossAmount": "680.00", "specialBusiness": "医疗服务"
/// }"#;
/// let invoice: TaxInvoice = json::from_str(text)?;
/// assert_eq!(invoice.gross_amount, Some("680.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct TaxInvoice<'a> {
    /// # Amount without tax · 合计金额（不含税）
    /// The sum of the lines without tax, hjje.
    ///
    /// 各行不含税金额合计（hjje）。
    pub net_amount: Option<MoneyText<'a>>,
    /// # Tax · 合计税额
    /// The sum of the tax, hjse.
    ///
    /// 各行税额合计（hjse）。
    pub tax: Option<MoneyText<'a>>,
    /// # Amount with tax · 价税合计
    /// The sum with tax, jshj; it equals the total of the receipt.
    ///
    /// 价税合计（jshj），应等于票据金额合计。
    pub gross_amount: Option<MoneyText<'a>>,
    /// # Buyer · 购买方名称
    /// The buyer as printed, usually the patient.
    ///
    /// 票面所印购买方名称，通常为患者。
    pub buyer_name: Option<TitleText<'a>>,
    /// # Tax number of the seller · 销售方纳税人识别号
    /// The seller's taxpayer number as printed.
    ///
    /// 票面所印销售方统一社会信用代码或纳税人识别号。
    pub seller_tax_number: Option<NumberText<'a>>,
    /// # Machine number · 机器编号
    /// The number of the tax device, on older VAT invoices.
    ///
    /// 税控设备编号，仅旧版增值税发票。
    pub machine_number: Option<NumberText<'a>>,
    /// # Special business · 特定业务
    /// The printed mark of a special business, such as medical services.
    ///
    /// 票面所印特定业务标记，如医疗服务。
    pub special_business: Option<ShortText<'a>>,
}
