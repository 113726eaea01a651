//! How a receipt hangs together with other papers, and what came out when somebody checked it.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::lists::{ReceiptLineage, ReceiptVerificationMethod, ReceiptVerificationResult},
    model::texts::{
        BillNumberText, DateText, IdText, InstantText, MoneyText, NumberText, ShortText, TitleText,
    },
};

/// # Related paper · 关联票据
/// Another paper on the same money, and how this receipt is related to it.
///
/// 同一笔钱的另一张单据，以及本票据与它的关系。
///
/// ```
/// use tongzhou::{code::lists::ReceiptLineage, json, model::receipt::Lineage};
///
/// let text = r#"{
///     "relation": "paper-reissue", "receiptId": "019a0000-0000-7000-8000-000000000141",
///     "billCode": "11060226", "billNumber": "0000000102"
/// }"#;
/// let lineage: Lineage = json::from_str(text)?;
/// assert_eq!(lineage.relation, ReceiptLineage::PaperReissue);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Lineage<'a> {
    /// # Relation · 关系
    /// What this receipt is to the other paper.
    ///
    /// 本票据相对于那张单据的关系。
    pub relation: ReceiptLineage,
    /// # Receipt id · 票据标识号
    /// The id of the other paper's receipt document, if there is one.
    ///
    /// 那张单据已录入时的票据标识号。
    pub receipt_id: Option<IdText<'a>>,
    /// # Bill code · 票据代码
    /// The code of the other paper.
    ///
    /// 那张单据的票据代码。
    pub bill_code: Option<BillNumberText<'a>>,
    /// # Bill number · 票据号码
    /// The number of the other paper.
    ///
    /// 那张单据的票据号码。
    pub bill_number: Option<BillNumberText<'a>>,
    /// # Number of the digital tax invoice · 数电票号码
    /// The number of the other paper if it is a digital tax invoice.
    ///
    /// 那张单据为数电票时的号码。
    pub tax_invoice_number: Option<BillNumberText<'a>>,
    /// # Code of the VAT invoice · 增值税发票代码
    /// The code of the other paper if it is an older VAT invoice.
    ///
    /// 那张单据为旧版增值税发票时的代码。
    pub vat_code: Option<BillNumberText<'a>>,
    /// # Number of the VAT invoice · 增值税发票号码
    /// The number of the other paper if it is an older VAT invoice.
    ///
    /// 那张单据为旧版增值税发票时的号码。
    pub vat_number: Option<BillNumberText<'a>>,
    /// # Settlement id · 结算号
    /// The settlement id of the other paper if it is a settlement list.
    ///
    /// 那张单据为医保结算单时的结算号。
    pub settlement_id: Option<NumberText<'a>>,
}

/// # Verification · 查验记录
/// One check of a receipt. The result holds for its day: a bill can be voided later.
///
/// 对票据的一次查验；结果只说明当时情况，票据事后仍可能被冲红。
///
/// ```
/// use tongzhou::{code::lists::ReceiptVerificationResult, json, model::receipt::Verification};
///
/// let text = r#"{
///     "method": "national-platform", "at": "2026-09-17T03:20:00Z", "result": "matched",
///     "reversed": false, "reissued": true, "reissuedNumber": "0000000203"
/// }"#;
/// let check: Verification = json::from_str(text)?;
/// assert_eq!(check.result, ReceiptVerificationResult::Matched);
/// assert_eq!(check.reissued, Some(true), "there is a paper of the same bill");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Verification<'a> {
    /// # Method · 查验方式
    /// How the receipt was checked.
    ///
    /// 用什么方式查验。
    pub method: ReceiptVerificationMethod,
    /// # Time · 查验时刻
    /// When it was checked.
    ///
    /// 查验的时刻。
    pub at: InstantText<'a>,
    /// # Result · 查验结果
    /// What the check gave.
    ///
    /// 查验得到的结果。
    pub result: ReceiptVerificationResult,
    /// # Elements asked about · 查验要素
    /// The elements that were put to the service.
    ///
    /// 提交查验的各项要素。
    pub elements: Option<VerifiedElements<'a>>,
    /// # Checked by · 查验方
    /// The organisation that checked.
    ///
    /// 进行查验的机构。
    pub by: Option<TitleText<'a>>,
    /// # Service · 查验平台
    /// The service that answered, by its name.
    ///
    /// 答复的查验平台名称。
    pub service: Option<ShortText<'a>>,
    /// # Reference · 查验流水号
    /// The number of the answer, if the service gives one.
    ///
    /// 平台给出的查验流水号。
    pub reference: Option<NumberText<'a>>,
    /// # Voided by a red bill · 已冲红
    /// True when the service says that a red bill voids this one.
    ///
    /// 平台答复已冲红的为 true。
    pub reversed: Option<bool>,
    /// # Re-issued on paper · 已换开纸质票
    /// True when the service says that a paper bill was issued for this e-bill.
    ///
    /// 平台答复已换开纸质票的为 true。
    pub reissued: Option<bool>,
    /// # Code of the paper · 纸质票代码
    /// The code of the paper bill that was issued.
    ///
    /// 所换开纸质票的代码。
    pub reissued_code: Option<BillNumberText<'a>>,
    /// # Number of the paper · 纸质票号码
    /// The number of the paper bill that was issued.
    ///
    /// 所换开纸质票的号码。
    pub reissued_number: Option<BillNumberText<'a>>,
    /// # Cancelled · 已作废
    /// True when the service says that the bill was cancelled.
    ///
    /// 平台答复已作废的为 true。
    pub voided: Option<bool>,
    /// # Valid until · 有效期至
    /// The date after which the receipt is to be checked again.
    ///
    /// 超过该日期应重新查验。
    pub valid_until: Option<DateText<'a>>,
    /// # Paper · 凭证
    /// The id of the screenshot or answer kept as evidence.
    ///
    /// 留存的查验截图或答复的标识号。
    pub document_id: Option<IdText<'a>>,
    /// # Note · 说明
    /// What else the check showed.
    ///
    /// 查验发现的其他情况。
    pub note: Option<ShortText<'a>>,
}

/// # Elements asked about · 查验要素
/// The five elements by which the finance department's service finds a bill, as they were typed in.
///
/// 财政票据查验的五要素，按提交时的内容记录。
///
/// ```
/// use tongzhou::{json, model::receipt::VerifiedElements};
///
/// let text = r#"{ "billCode": "11060226", "billNumber": "0000000102", "total": "108681.00" }"#;
/// let asked: VerifiedElements = json::from_str(text)?;
/// assert_eq!(asked.total, Some("108681.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct VerifiedElements<'a> {
    /// # Bill code · 票据代码
    /// The code as put to the service.
    ///
    /// 提交的票据代码。
    pub bill_code: Option<BillNumberText<'a>>,
    /// # Bill number · 票据号码
    /// The number as put to the service.
    ///
    /// 提交的票据号码。
    pub bill_number: Option<BillNumberText<'a>>,
    /// # Check code · 校验码
    /// The check code as put to the service.
    ///
    /// 提交的校验码。
    pub check_code: Option<BillNumberText<'a>>,
    /// # Issue date · 开票日期
    /// The issue date as put to the service.
    ///
    /// 提交的开票日期。
    pub issued_on: Option<DateText<'a>>,
    /// # Total · 金额
    /// The total as put to the service.
    ///
    /// 提交的金额合计。
    pub total: Option<MoneyText<'a>>,
}
