//! The lines of a receipt: charge items on its face, and the drugs and services behind them.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{CatalogueClass, ReceiptItemCategory},
    model::texts::{DecimalText, MoneyText, NumberText, ShortText},
};

/// # Charge item · 收费项目
/// One line on the face of a bill.
///
/// 票面上的一行收费项目。
///
/// ```
/// use tongzhou::{code::lists::ReceiptItemCategory, json, model::receipt::ReceiptItem};
///
/// let item: ReceiptItem =
///     json::from_str(r#"{ "category": "western-medicine", "name": "西药费", "amount": "58210.15" }"#)?;
/// assert_eq!(item.category, Some(ReceiptItemCategory::WesternMedicine));
/// assert_eq!(item.amount, Some("58210.15".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReceiptItem<'a> {
    /// # Category · 项目类别
    /// The charge item of the national form that the line stands for.
    ///
    /// 该行对应的全国统一票据收费项目。
    pub category: Option<ReceiptItemCategory>,
    /// # Code · 项目编码
    /// The code of the item as the data file states it.
    ///
    /// 数据文件所载项目编码。
    pub code: Option<NumberText<'a>>,
    /// # Name · 项目名称
    /// The name of the item as printed.
    ///
    /// 票面所印项目名称。
    pub name: Option<ShortText<'a>>,
    /// # Quantity · 数量
    /// The quantity as printed.
    ///
    /// 票面所印数量。
    pub quantity: Option<DecimalText<'a>>,
    /// # Unit · 单位
    /// The unit of the quantity.
    ///
    /// 计量单位。
    pub unit: Option<ShortText<'a>>,
    /// # Specification · 标准
    /// The standard or specification of the charge.
    ///
    /// 收费标准或规格。
    pub specification: Option<ShortText<'a>>,
    /// # Amount · 金额
    /// The amount of the line, negative on a red bill.
    ///
    /// 该行金额，红票为负数。
    pub amount: Option<MoneyText<'a>>,
    /// # Catalogue class · 医保目录类别
    /// The class of the line in the insurance catalogue.
    ///
    /// 该行在医保目录中的甲、乙、丙类别。
    pub catalogue_class: Option<CatalogueClass>,
    /// # Tax rate · 税率
    /// The tax rate in per cent, on tax invoices only.
    ///
    /// 税率（百分数），仅税务发票填写。
    pub tax_rate: Option<DecimalText<'a>>,
    /// # Tax · 税额
    /// The tax on the line, on tax invoices only.
    ///
    /// 该行税额，仅税务发票填写。
    pub tax: Option<MoneyText<'a>>,
    /// # Remark · 备注
    /// The remark on the line.
    ///
    /// 该行备注。
    pub remark: Option<ShortText<'a>>,
}

/// # Detail line · 收费明细
/// One drug, material or service behind a charge item.
///
/// 收费项目之下的一条药品、耗材或服务明细。
///
/// ```
/// use tongzhou::{code::lists::CatalogueClass, json, model::receipt::AuxiliaryItem};
///
/// let text = r#"{
///     "relatedItemName": "西药费", "name": "培门冬酶注射液", "quantity": "4", "unit": "支",
///     "amount": "11920.00", "catalogueClass": "class-b"
/// }"#;
/// let line: AuxiliaryItem = json::from_str(text)?;
/// assert_eq!(line.quantity, Some("4".parse()?));
/// assert_eq!(line.catalogue_class, Some(CatalogueClass::ClassB));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AuxiliaryItem<'a> {
    /// # Code of the charge item · 所属项目编码
    /// The code of the charge item to which this line belongs.
    ///
    /// 该明细所属收费项目的编码。
    pub related_item_code: Option<NumberText<'a>>,
    /// # Name of the charge item · 所属项目名称
    /// The name of the charge item to which this line belongs.
    ///
    /// 该明细所属收费项目的名称。
    pub related_item_name: Option<ShortText<'a>>,
    /// # Category · 项目类别
    /// The charge item of the national form to which this line belongs.
    ///
    /// 该明细对应的全国统一票据收费项目。
    pub category: Option<ReceiptItemCategory>,
    /// # Code · 明细编码
    /// The code of the drug, material or service.
    ///
    /// 药品、耗材或服务的编码。
    pub code: Option<NumberText<'a>>,
    /// # Name · 明细名称
    /// The name of the drug, material or service.
    ///
    /// 药品、耗材或服务的名称。
    pub name: Option<ShortText<'a>>,
    /// # Quantity · 数量
    /// The quantity.
    ///
    /// 数量。
    pub quantity: Option<DecimalText<'a>>,
    /// # Unit · 单位
    /// The unit of the quantity.
    ///
    /// 计量单位。
    pub unit: Option<ShortText<'a>>,
    /// # Specification · 规格
    /// The specification, such as strength and pack.
    ///
    /// 规格，如剂量与包装。
    pub specification: Option<ShortText<'a>>,
    /// # Amount · 金额
    /// The amount of the line, negative on a red bill.
    ///
    /// 该行金额，红票为负数。
    pub amount: Option<MoneyText<'a>>,
    /// # Catalogue class · 医保目录类别
    /// The class of the line in the insurance catalogue; hospitals often write it into the remark.
    ///
    /// 该行在医保目录中的甲、乙、丙类别，医院常写在备注中。
    pub catalogue_class: Option<CatalogueClass>,
    /// # Remark · 备注
    /// The remark on the line.
    ///
    /// 该行备注。
    pub remark: Option<ShortText<'a>>,
}
