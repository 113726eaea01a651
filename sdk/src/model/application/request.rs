//! What is asked of whom, and into whose hands the family wishes it paid.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::lists::{AidKind, PayeeKind, RequestKind};
use crate::model::organisation::OrganisationRef;
use crate::model::primitive::List;
use crate::model::texts::{
    AccountText, DateText, ForeignCodeText, IdText, LongText, MoneyText, NumberText, ShortText, TitleText,
};

/// # Request · 救助请求
/// What is asked of one organisation; one application may carry many.
///
/// 向一家机构提出的请求；一份申请可含多项。
///
/// ```
/// use tongzhou::{
///     code::lists::RequestKind,
///     model::{application::Request, organisation::OrganisationRef},
///     value::Money,
/// };
///
/// let request = Request::builder()
///     .recipient(OrganisationRef::builder().name("示例儿童大病救助基金会".parse()?).build())
///     .kinds([RequestKind::MedicalCost].into())
///     .amount("100000.00".parse::<Money>()?.into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&request)?,
///     r#"{"recipient":{"name":"示例儿童大病救助基金会"},"kinds":["medical-cost"],"amount":"100000.00"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Request<'a> {
    /// # Asked of · 受理机构
    /// The organisation that is asked.
    ///
    /// 接收请求的机构。
    pub recipient: OrganisationRef<'a>,
    /// # Programme · 项目标识
    /// The programme in the alliance's catalogue, if one is meant.
    ///
    /// 指定项目时，填联盟项目目录中的项目标识。
    pub programme_id: Option<ForeignCodeText<'a>>,
    /// # Name of the programme · 项目名称
    /// The name of the programme or fund.
    ///
    /// 项目或基金名称。
    pub programme_name: Option<TitleText<'a>>,
    /// # What is asked for · 申请内容
    /// What the help is for: medical costs, drugs, living, services and so on; supplement where it adds to
    /// earlier aid of the same organisation.
    ///
    /// 申请的内容：医疗费用、药品、生活、服务等；在该机构已有救助之上追加的填“补充资助”。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub kinds: List<RequestKind, 20>,
    /// # In what form · 救助方式
    /// The forms of aid that would help, the preferred one first.
    ///
    /// 希望的救助方式，优先的在前。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub aid_kinds: List<AidKind, 20>,
    /// # Amount · 请求金额
    /// The amount asked for, in yuan; leave it out if the organisation is to decide.
    ///
    /// 请求金额，单位元；由机构决定的不填。
    pub amount: Option<MoneyText<'a>>,
    /// # For what · 用途说明
    /// What the aid is to be used for.
    ///
    /// 救助款物的用途。
    pub purpose: Option<LongText<'a>>,
    /// # Consent · 授权同意书标识号
    /// The consent that lets this organisation have the data; one for each recipient.
    ///
    /// 允许该机构取得数据的授权同意书；每个机构各一份。
    pub consent_id: Option<IdText<'a>>,
    /// # Emergency · 是否紧急
    /// Whether treatment cannot wait for the usual procedure.
    ///
    /// 治疗是否等不及通常流程。
    pub emergency: Option<bool>,
    /// # Why it is urgent · 优先原因
    /// Why this case should take the priority lane, and who says so.
    ///
    /// 为何应走绿色通道，由谁判断。
    pub priority_reason: Option<ShortText<'a>>,
    /// # Earlier award · 原资助项标识号
    /// The award line to which it adds.
    ///
    /// 追加所对应的原资助项。
    pub award_line_id: Option<IdText<'a>>,
    /// # First entered on · 首次录入日期
    /// When the child first entered this organisation's system, where an age limit counts from that day.
    ///
    /// 患儿首次录入该机构系统的日期，部分项目以此计算年龄。
    pub first_entered_on: Option<DateText<'a>>,
    /// # Papers it has already · 已提供材料
    /// Papers of this list which the organisation has already and shall not ask for again.
    ///
    /// 该机构已有、无需再次提供的材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub provided_document_ids: List<IdText<'a>, 100>,
    /// # Public fundraising wished · 是否愿意公开募款
    /// Whether the family wishes the organisation to raise money for the child in public if its own is not
    /// enough.
    ///
    /// 机构资金不足时，家庭是否愿意由其为患儿公开募捐。
    pub public_fundraising: Option<bool>,
    /// # Payees · 收款方
    /// To whom the family wishes it paid, the preferred one first.
    ///
    /// 家庭希望的收款方，优先的在前。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub payee_ids: List<IdText<'a>, 10>,
}

/// # Payee · 收款方
/// A possible receiver of payments.
///
/// 一个可能的收款方。
///
/// ```
/// use tongzhou::{code::lists::PayeeKind, json, model::application::Payee};
///
/// let text = r#"{
///     "payeeId": "019a0000-0000-7000-8000-000000000120", "kind": "hospital-account",
///     "accountName": "示例市儿童医院", "accountNumber": "0000000000000001", "inpatientNumber": "Z0000002"
/// }"#;
/// let payee: Payee = json::from_str(text)?;
/// assert_eq!(payee.kind, PayeeKind::HospitalAccount);
/// assert_eq!(format!("{:?}", payee.account_number), "Some(AccountNumber(…))", "numbers stay out of logs");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Payee<'a> {
    /// # Identifier of the payee · 收款方标识号
    /// An identifier made for this application, by which requests point to this payee.
    ///
    /// 本申请内的收款方标识号，供请求引用。
    pub payee_id: IdText<'a>,
    /// # Kind · 收款方类型
    /// Whose account it is: hospital, guardian, child, supplier or institution.
    ///
    /// 账户类型：医院、监护人、患儿、供应商或机构等。
    pub kind: PayeeKind,
    /// # Name of the account · 户名
    /// The name of the account exactly as the bank has it; for a hospital, the hospital's name.
    ///
    /// 银行登记的户名；医院账户填医院名称。
    pub account_name: Option<TitleText<'a>>,
    /// # Guardian who holds it · 持有账户的监护人
    /// The guardian whose account it is.
    ///
    /// 账户属于监护人时，填其标识号。
    pub guardian_id: Option<IdText<'a>>,
    /// # Organisation that holds it · 持有账户的机构
    /// The hospital, supplier or institution whose account it is.
    ///
    /// 账户属于医院、供应商或机构时填写。
    pub organisation: Option<OrganisationRef<'a>>,
    /// # Bank · 开户银行
    /// The bank.
    ///
    /// 开户银行。
    pub bank: Option<TitleText<'a>>,
    /// # Branch · 开户支行
    /// The branch in full.
    ///
    /// 开户支行全称。
    pub branch: Option<TitleText<'a>>,
    /// # Branch code · 联行号
    /// The branch's number in the interbank system.
    ///
    /// 支付系统行号（联行号）。
    pub branch_code: Option<ForeignCodeText<'a>>,
    /// # Account number · 账号
    /// The number of the account or card, without spaces.
    ///
    /// 账号或卡号，不含空格。
    pub account_number: Option<AccountText<'a>>,
    /// # Inpatient number · 住院号
    /// The stay to which a payment into a hospital's account belongs.
    ///
    /// 支付到医院账户时对应的住院号。
    pub inpatient_number: Option<NumberText<'a>>,
    /// # Earmarked for · 专款用途
    /// What alone the money may be used for.
    ///
    /// 款项只能用于的用途。
    pub earmark: Option<ShortText<'a>>,
    /// # Papers that show it · 证明材料
    /// A picture of the card or a bank certificate in this package.
    ///
    /// 本包中的银行卡照片或开户证明。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}
