//! The document `receipt`: one medical bill, tax invoice or settlement list as its paper or data file says it.
//!
//! The fields follow the national forms of the fiscal e-bill for outpatients and inpatients, the insurer's
//! settlement list, and the medical block of tax e-invoices, so that one type serves all three. Codes and
//! numbers of bills have a loose shape on purpose: a photo is read with errors, and the rules judge it more
//! mildly than a data file.

pub mod amounts;
pub mod line;
pub mod party;
pub mod settlement;
pub mod tax;
pub mod verification;

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

pub use self::{
    amounts::{ExtraAmount, LaterReimbursement, ReceiptAmounts},
    line::{AuxiliaryItem, ReceiptItem},
    party::{InstitutionType, Issuer, IssuerAccount, Patient, Payer, ReceiptInsurance},
    settlement::{PaymentLayer, Settlement, SettlementAmounts},
    tax::TaxInvoice,
    verification::{Lineage, Verification, VerifiedElements},
};
use super::{
    extensions::Extensions,
    literal::{Fixed, Literal, Tongzhou, Version},
    primitive::List,
    texts::{
        BillNumberText, CurrencyText, DateText, DecimalText, ForeignCodeText, IdText, InstantText, LongText,
        MoneyText, NameText, NumberText, RegionText, ShortText, TimeText, TitleText,
    },
};
use crate::code::lists::{ReceiptKind, ReceiptRecordingMethod};

/// The type of this document: `receipt`.
///
/// ```
/// use tongzhou::model::{literal::Fixed, receipt::ReceiptDocument};
///
/// assert_eq!(ReceiptDocument::TEXT, "receipt");
/// ```
pub enum ReceiptDocument {}
impl Fixed for ReceiptDocument {
    const TEXT: &'static str = "receipt";
}

/// # Medical receipt · 医疗票据
/// One bill, invoice or settlement list for medical care, with what its paper or data file says. Several of
/// them can belong to one expense.
///
/// 一张医疗收费票据、发票或医保结算单，按票面或数据文件如实记录；多张票据可同属一笔费用。
///
/// ```
/// use tongzhou::{code::lists::ReceiptKind, json, model::Receipt};
///
/// let text = r#"{
///     "standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "019a0000-0000-7000-8000-000000000140", "kind": "fiscal-e-outpatient",
///     "billCode": "11060126", "billNumber": "0000000101", "checkCode": "a1b2c3",
///     "issuedOn": "2026-03-02", "total": "1001.00",
///     "amounts": { "pooledFund": "420.50", "personalAccount": "0.00", "personalCash": "580.50" }
/// }"#;
/// let receipt: Receipt = json::from_str(text)?;
/// assert_eq!(receipt.kind, ReceiptKind::FiscalEOutpatient);
/// assert_eq!(receipt.total, Some("1001.00".parse()?));
/// let cash = receipt.amounts.and_then(|amounts| amounts.personal_cash);
/// assert_eq!(cash, Some("580.50".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Receipt<'a> {
    /// # Standard · 标准
    /// The name of the standard.
    ///
    /// 标准名称。
    #[builder(skip)]
    pub standard: Literal<Tongzhou>,
    /// # Version of the standard · 标准版本
    /// The version of the standard that this document follows.
    ///
    /// 本文件所依据的标准版本。
    #[builder(skip)]
    pub standard_version: Version,
    /// # Document type · 文件类型
    /// Says that this document is a receipt.
    ///
    /// 表明本文件是医疗票据。
    #[builder(skip)]
    pub document_type: Literal<ReceiptDocument>,
    /// # Receipt id · 票据标识号
    /// The id of this document, made once by whoever records the receipt. It is no number of the bill.
    ///
    /// 本文件的标识号，由首次录入者生成，不是票据号码。
    pub receipt_id: IdText<'a>,
    /// # Kind of receipt · 票据种类
    /// What the paper is: fiscal e-bill, printed fiscal bill, tax e-invoice, settlement list, prepayment slip
    /// and so on.
    ///
    /// 属于哪一种：财政电子票据、机打票据、数电票、结算单、预缴金收据等。
    pub kind: ReceiptKind,
    /// # Printed title · 票据名称
    /// The title at the head of the paper, such as 广东省医疗住院收费票据（电子）.
    ///
    /// 票面抬头所印名称，如“广东省医疗住院收费票据（电子）”。
    pub title: Option<ShortText<'a>>,
    /// # Papers · 票据影像
    /// The ids of the papers and data files from which this receipt was read.
    ///
    /// 录入本票据所依据的影像或数据文件的标识号。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub document_ids: List<IdText<'a>, 50>,
    /// # Recording · 录入方式
    /// How the contents came into this document.
    ///
    /// 票据内容是怎样录入的。
    pub recording: Option<Recording<'a>>,
    /// # Bill code · 票据代码
    /// The code of a fiscal bill: eight digits for region, class, kind and year. Leave out blanks and
    /// hyphens.
    ///
    /// 财政票据的代码，八位数字（地区、大类、小类、年度），不写空格和连字符。
    pub bill_code: Option<BillNumberText<'a>>,
    /// # Bill number · 票据号码
    /// The serial number of a fiscal bill: ten digits. Code and number together are the bill's identity.
    ///
    /// 财政票据的号码，十位数字；代码与号码合起来确定一张票据。
    pub bill_number: Option<BillNumberText<'a>>,
    /// # Check code · 校验码
    /// The six random characters printed beside the number, or the check code of a VAT e-invoice. It can only
    /// be checked online.
    ///
    /// 号码旁的六位随机校验码，或增值税电子发票的校验码；只能联网查验。
    pub check_code: Option<BillNumberText<'a>>,
    /// # Number of the digital tax invoice · 数电票号码
    /// The one number of a fully digital tax invoice: twenty digits, with no code.
    ///
    /// 全面数字化电子发票的号码，二十位数字，没有代码。
    pub tax_invoice_number: Option<BillNumberText<'a>>,
    /// # Code of the VAT invoice · 增值税发票代码
    /// The code of an older VAT invoice: twelve digits.
    ///
    /// 旧版增值税发票的代码，十二位数字。
    pub vat_code: Option<BillNumberText<'a>>,
    /// # Number of the VAT invoice · 增值税发票号码
    /// The number of an older VAT invoice: eight digits.
    ///
    /// 旧版增值税发票的号码，八位数字。
    pub vat_number: Option<BillNumberText<'a>>,
    /// # Serial of the hospital's system · 业务流水号
    /// The serial under which the hospital's billing system keeps this bill.
    ///
    /// 医院收费系统中本次收费的流水号。
    pub business_number: Option<NumberText<'a>>,
    /// # Data of the e-bill file · 电子票据信息
    /// What only the data file of a fiscal e-bill holds beside its face.
    ///
    /// 财政电子票据数据文件中票面以外的信息。
    pub electronic: Option<ElectronicBill<'a>>,
    /// # Issue date · 开票日期
    /// The date on which the bill was issued, as printed.
    ///
    /// 票面所印开票日期。
    pub issued_on: Option<DateText<'a>>,
    /// # Issue time · 开票时间
    /// The time of day of issue in China, hours, minutes and seconds.
    ///
    /// 开票的北京时间，时、分、秒。
    pub issued_at_time: Option<TimeText<'a>>,
    /// # Issuing unit · 开票单位
    /// The hospital, pharmacy or insurer that issued the bill and collected the money.
    ///
    /// 开具票据并收款的医院、药店或经办机构。
    pub issuer: Option<Issuer<'a>>,
    /// # Payer · 交款人
    /// Who paid, as the bill names them; on medical bills usually the patient.
    ///
    /// 票面所列交款人，医疗票据上通常就是患者。
    pub payer: Option<Payer<'a>>,
    /// # Patient and visit · 患者与就诊信息
    /// Whom the care was for and the visit or stay it was given in.
    ///
    /// 接受诊疗的患者及其就诊或住院情况。
    pub patient: Option<Patient<'a>>,
    /// # Insurance as printed · 医保信息
    /// The medical insurance under which the bill was settled.
    ///
    /// 本票据结算所用的医疗保险。
    pub insurance: Option<ReceiptInsurance<'a>>,
    /// # Currency · 币种
    /// The currency of all amounts as three letters. Left out, it is CNY.
    ///
    /// 全部金额的币种（三个字母），不写即为人民币 CNY。
    pub currency: Option<CurrencyText<'a>>,
    /// # Exchange rate · 汇率
    /// How many yuan one unit of the currency was worth, as the data file states it.
    ///
    /// 数据文件所载汇率，即一单位该币种折合人民币元数。
    pub exchange_rate: Option<DecimalText<'a>>,
    /// # Total · 金额合计
    /// The total of the bill in figures, negative on a red bill.
    ///
    /// 票据小写合计金额，红票为负数。
    pub total: Option<MoneyText<'a>>,
    /// # Total in words · 金额合计（大写）
    /// The total in Chinese capital numerals, as printed.
    ///
    /// 票面所印大写金额。
    pub total_in_words: Option<ShortText<'a>>,
    /// # Way of payment · 缴款方式
    /// How the money was paid, as the bill says it.
    ///
    /// 票据所载缴款方式。
    pub payment_method: Option<ShortText<'a>>,
    /// # Who bore the total · 金额构成
    /// How the total divides between insurance and the family, as printed under other information.
    ///
    /// 票面“其他信息”中总金额在医保与个人之间的构成。
    pub amounts: Option<ReceiptAmounts<'a>>,
    /// # Provincial amounts · 地方扩展金额
    /// Amounts that only some provinces print, kept under their printed labels.
    ///
    /// 部分省份另印的金额，按票面名称原样保留。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub extra_amounts: List<ExtraAmount<'a>, 60>,
    /// # Charge items · 收费项目
    /// The lines on the face of the bill, in printed order.
    ///
    /// 票面所列收费项目，按印刷顺序。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub items: List<ReceiptItem<'a>, 500>,
    /// # All items listed · 项目是否列全
    /// True when the items above are all there are; false when the face had no room and the rest stands on a
    /// detail list.
    ///
    /// 以上项目已全部列出为 true；票面列不下、其余见明细清单的为 false。
    pub items_complete: Option<bool>,
    /// # Detail lines · 收费明细
    /// The single drugs, materials and services behind the charge items, from the e-bill's file or its detail
    /// list.
    ///
    /// 收费项目之下的药品、耗材和服务明细，取自电子票据文件或明细清单。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub auxiliary_items: List<AuxiliaryItem<'a>, 5000>,
    /// # Insurance settlement · 医保结算
    /// The insurer's settlement of this bill, from the settlement list or the insurance platform.
    ///
    /// 本票据的医保结算结果，取自结算单或医保平台。
    pub settlement: Option<Settlement<'a>>,
    /// # Later reimbursements · 事后报销
    /// What insurers and others paid back after the bill was issued; it lowers the family's burden.
    ///
    /// 开票之后由医保、保险等报销的款项，应从家庭负担中扣除。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub later_reimbursements: List<LaterReimbursement<'a>, 50>,
    /// # Related papers · 关联票据
    /// Other papers on the same money: the bill that a red bill voids, the e-bill behind a re-issued paper,
    /// the detail or settlement list of a bill.
    ///
    /// 同一笔钱的其他单据：红票所冲原票、换开纸质票对应的电子票、所属票据的明细或结算单。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub lineage: List<Lineage<'a>, 50>,
    /// # Expense · 所属费用
    /// The one expense to which this paper belongs. All papers on one visit's bill name the same expense.
    ///
    /// 本单据所属的那一笔费用；同一次就诊同一笔收费的各种单据填写同一标识号。
    pub expense_id: Option<IdText<'a>>,
    /// # Verifications · 查验记录
    /// Each check of this receipt against its issuer's or the finance department's service, oldest first.
    ///
    /// 历次向开票方或财政部门平台查验的记录，按时间先后。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub verifications: List<Verification<'a>, 50>,
    /// # Tax block · 税务信息
    /// What only a tax invoice states: the amounts with and without tax.
    ///
    /// 仅税务发票才有的内容：含税与不含税金额等。
    pub tax_invoice: Option<TaxInvoice<'a>>,
    /// # Cashier · 收款人
    /// The person who took the money, as printed.
    ///
    /// 票面所印收款人。
    pub handled_by: Option<NameText<'a>>,
    /// # Checker · 复核人
    /// The person who checked the bill, as printed.
    ///
    /// 票面所印复核人。
    pub checked_by: Option<NameText<'a>>,
    /// # Remark · 备注
    /// The remark on the bill.
    ///
    /// 票面备注。
    pub remark: Option<LongText<'a>>,
    /// # Remark of the finance department · 财政部门备注
    /// The remark that the supervising finance department put into the data file.
    ///
    /// 财政部门写入数据文件的备注。
    pub supervisor_remark: Option<LongText<'a>>,
    /// # Extensions · 扩展数据
    /// Members' own data, preserved and never judged.
    ///
    /// 成员机构自有数据，原样保留，不作评判。
    pub extensions: Option<Extensions>,
}

/// # Recording · 录入方式
/// How the contents of a paper came into a document, which says how far its characters can be trusted.
///
/// 票据内容的录入方式，决定其文字可信到什么程度。
///
/// ```
/// use tongzhou::{code::lists::ReceiptRecordingMethod, json, model::receipt::Recording};
///
/// let text = r#"{ "method": "ofd", "recordedAt": "2026-09-17T03:10:00Z", "checkedByPerson": true }"#;
/// let recording: Recording = json::from_str(text)?;
/// assert_eq!(recording.method, ReceiptRecordingMethod::Ofd);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Recording<'a> {
    /// # Method · 方式
    /// Whether the contents were taken from a data file, read by a machine from an image, or typed.
    ///
    /// 取自数据文件、由影像识别，还是人工录入。
    pub method: ReceiptRecordingMethod,
    /// # Recorded at · 录入时刻
    /// When the contents were recorded.
    ///
    /// 录入的时刻。
    pub recorded_at: Option<InstantText<'a>>,
    /// # Checked by a person · 人工核对
    /// True when a person has compared the contents with the paper.
    ///
    /// 已由人工对照原件核对的为 true。
    pub checked_by_person: Option<bool>,
    /// # Tool · 工具
    /// The program that read the paper, with its version.
    ///
    /// 识读所用软件及版本。
    pub tool: Option<ShortText<'a>>,
}

/// # Data of the e-bill file · 电子票据信息
/// What the XML file of a fiscal e-bill says of itself, beside what is printed on its face.
///
/// 财政电子票据 XML 文件中票面以外的自述信息。
///
/// ```
/// use tongzhou::{json, model::receipt::ElectronicBill};
///
/// let text = r#"{ "tag": "CZ-EI-11", "formatVersion": "1.1.0", "supervisorRegion": "110000" }"#;
/// let electronic: ElectronicBill = json::from_str(text)?;
/// assert_eq!(electronic.tag, Some("CZ-EI-11".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ElectronicBill<'a> {
    /// # Id of the e-bill · 电子票据标识
    /// The file's own id of the bill, EInvoiceID. Its form differs between provinces.
    ///
    /// 文件中的电子票据标识 EInvoiceID，各省形式不一。
    pub bill_id: Option<NumberText<'a>>,
    /// # Tag · 电子票据标签
    /// EInvoiceTag, CZ-EI- with the two digits of the supervising province.
    ///
    /// EInvoiceTag，即 CZ-EI- 加监管省份两位代码。
    pub tag: Option<ForeignCodeText<'a>>,
    /// # Version of the format · 格式版本
    /// The version of the data format that the file names.
    ///
    /// 文件所载数据格式版本号。
    pub format_version: Option<ForeignCodeText<'a>>,
    /// # Specimen code · 票样编码
    /// The code of the specimen that the bill's face follows.
    ///
    /// 票面所依票样的编码。
    pub specimen_code: Option<ForeignCodeText<'a>>,
    /// # Region of the finance department · 监管区划
    /// The division code of the finance department that supervises the bill.
    ///
    /// 票据监管财政部门的行政区划代码。
    pub supervisor_region: Option<RegionText<'a>>,
    /// # Seal of the unit · 开票单位电子印章
    /// The electronic seal of the issuing unit.
    ///
    /// 开票单位的电子印章。
    pub issuer_seal: Option<BillSeal<'a>>,
    /// # Seal of the finance department · 财政监制电子印章
    /// The electronic supervision seal of the finance department.
    ///
    /// 财政部门的电子监制章。
    pub supervisor_seal: Option<BillSeal<'a>>,
}

/// # Electronic seal on a bill · 票据电子印章
/// An electronic seal as the e-bill's file names it. Nothing here proves that the seal is genuine.
///
/// 电子票据文件所载的电子印章信息，本身不证明印章真实。
///
/// ```
/// use tongzhou::{json, model::receipt::BillSeal};
///
/// let seal: BillSeal = json::from_str(r#"{ "number": "YZ0000001", "name": "示例市儿童医院财务专用章" }"#)?;
/// assert_eq!(seal.number, Some("YZ0000001".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct BillSeal<'a> {
    /// # Number · 印章编号
    /// The id of the seal.
    ///
    /// 印章编号。
    pub number: Option<ForeignCodeText<'a>>,
    /// # Name · 印章名称
    /// The name on the seal.
    ///
    /// 印章名称。
    pub name: Option<TitleText<'a>>,
    /// # Hash · 印章哈希
    /// The hash of the seal as the file states it, by whatever algorithm.
    ///
    /// 文件所载印章哈希值，算法不限。
    pub hash: Option<ForeignCodeText<'a>>,
}
