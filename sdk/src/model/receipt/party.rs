//! The parties of a receipt: who issued it, who paid, whom the care was for and how they were insured.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::{
        OpenCode,
        lists::{HospitalGrade, HospitalLevel, IdentifierType, InstitutionCategory, InsuranceType, Sex},
    },
    model::{
        organisation::HospitalIdentifier,
        primitive::List,
        texts::{
            BillNumberText, DateText, DecimalText, ForeignCodeText, MaskedText, NameText, NumberText,
            RegionText, ShortText, TitleText,
        },
    },
};

/// # Issuing unit · 开票单位
/// The unit that issued a bill and collected the money.
///
/// 开具票据并收款的单位。
///
/// ```
/// use tongzhou::{code::lists::HospitalLevel, json, model::receipt::Issuer};
///
/// let text = r#"{
///     "name": "示例市儿童医院", "code": "1211000040000000XT",
///     "institutionType": { "printed": "三级甲等专科", "level": "level-3" }
/// }"#;
/// let issuer: Issuer = json::from_str(text)?;
/// assert_eq!(issuer.code, Some("1211000040000000XT".parse()?));
/// assert_eq!(issuer.institution_type.and_then(|printed| printed.level), Some(HospitalLevel::Level3));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Issuer<'a> {
    /// # Name · 名称
    /// The name of the unit as printed.
    ///
    /// 票面所印单位名称。
    pub name: Option<TitleText<'a>>,
    /// # Code of the unit · 单位代码
    /// The unified social credit code printed on the bill: eighteen characters. It is compared with the
    /// hospital's own.
    ///
    /// 票面所印统一社会信用代码，十八位；用于与医院代码比对。
    pub code: Option<BillNumberText<'a>>,
    /// # Other identifiers · 其他标识
    /// Numbers of the unit in other systems, such as its licence or its code as a designated institution of
    /// the insurance.
    ///
    /// 该单位在其他体系中的编号，如执业许可证登记号、定点医疗机构编码。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub identifiers: List<HospitalIdentifier<'a>, 10>,
    /// # Type of institution · 医疗机构类型
    /// What the bill prints as the type of the institution.
    ///
    /// 票面所印医疗机构类型。
    pub institution_type: Option<InstitutionType<'a>>,
    /// # Account for payments · 收款账户
    /// The account of the unit into which the bill was paid, as the data file states it.
    ///
    /// 数据文件所载该单位收款账户。
    pub account: Option<IssuerAccount<'a>>,
}

/// # Type of institution · 医疗机构类型
/// The type of a medical institution, as printed and coded. Bills print the category, the level or both.
///
/// 医疗机构类型的票面原文与编码；票面可能印类别、等级或两者。
///
/// ```
/// use tongzhou::{code::lists::HospitalGrade, json, model::receipt::InstitutionType};
///
/// let text = r#"{
///     "printed": "三级甲等专科", "category": "specialised-hospital", "level": "level-3", "grade": "grade-a"
/// }"#;
/// let kind: InstitutionType = json::from_str(text)?;
/// assert_eq!(kind.printed, Some("三级甲等专科".parse()?));
/// assert_eq!(kind.grade, Some(HospitalGrade::GradeA));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct InstitutionType<'a> {
    /// # As printed · 票面原文
    /// The words on the bill.
    ///
    /// 票面文字。
    pub printed: Option<ShortText<'a>>,
    /// # Category · 机构类别
    /// The category by the rules on medical institutions.
    ///
    /// 按医疗机构管理规定划分的类别。
    pub category: Option<OpenCode<'a, InstitutionCategory>>,
    /// # Level · 医院级别
    /// The level of the hospital, if the bill prints it.
    ///
    /// 票面印有时，医院的级别。
    pub level: Option<HospitalLevel>,
    /// # Grade · 医院等次
    /// The grade within the level, if the bill prints it.
    ///
    /// 票面印有时，级别之内的等次。
    pub grade: Option<HospitalGrade>,
}

/// # Account for payments · 收款账户
/// An account of the issuing unit.
///
/// 开票单位的账户。
///
/// ```
/// use tongzhou::model::receipt::IssuerAccount;
///
/// let account = IssuerAccount::builder()
///     .name("示例市儿童医院".parse()?)
///     .bank("示例银行示例支行".parse()?)
///     .build();
/// assert_eq!(serde_json::to_string(&account)?, r#"{"name":"示例市儿童医院","bank":"示例银行示例支行"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct IssuerAccount<'a> {
    /// # Account name · 户名
    /// The holder of the account.
    ///
    /// 账户户名。
    pub name: Option<TitleText<'a>>,
    /// # Account number · 账号
    /// The number of the account.
    ///
    /// 账号。
    pub number: Option<NumberText<'a>>,
    /// # Bank · 开户行
    /// The bank and branch.
    ///
    /// 开户银行及网点。
    pub bank: Option<TitleText<'a>>,
}

/// # Payer · 交款人
/// Who paid the bill. The payer's bank account is left out on purpose: nothing needs it.
///
/// 票据的交款人；其银行账户用不到，故不设此项。
///
/// ```
/// use tongzhou::{json, model::receipt::Payer};
///
/// let payer: Payer = json::from_str(r#"{ "name": "林小满", "maskedIdentifier": "331122********0005" }"#)?;
/// assert_eq!(payer.masked_identifier, Some("331122********0005".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Payer<'a> {
    /// # Name · 名称
    /// The name of the payer as printed.
    ///
    /// 票面所印交款人名称。
    pub name: Option<TitleText<'a>>,
    /// # Number as printed · 证件号码（掩码）
    /// The payer's number as printed in the field for the credit code, with hidden digits as asterisks.
    ///
    /// “交款人统一社会信用代码”栏所印号码，隐去的各位写作星号。
    pub masked_identifier: Option<MaskedText<'a>>,
    /// # Is an organisation · 是否单位
    /// True when the payer is an organisation, false when a person.
    ///
    /// 交款人为单位的为 true，为个人的为 false。
    pub is_organisation: Option<bool>,
}

/// # Patient and visit · 患者与就诊信息
/// The patient as the bill names them, and the visit or stay.
///
/// 票面所载患者及其就诊、住院情况。
///
/// ```
/// use tongzhou::{json, model::receipt::Patient};
///
/// let text = r#"{
///     "name": "林小满", "inpatientNumber": "Z0000002", "department": "血液科",
///     "admittedOn": "2026-06-08", "dischargedOn": "2026-07-06", "stayDays": "28"
/// }"#;
/// let patient: Patient = json::from_str(text)?;
/// assert_eq!(patient.admitted_on, Some("2026-06-08".parse()?));
/// assert_eq!(patient.stay_days, Some("28".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Patient<'a> {
    /// # Name · 姓名
    /// The patient's name as printed.
    ///
    /// 票面所印患者姓名。
    pub name: Option<NameText<'a>>,
    /// # Sex · 性别
    /// The sex as printed.
    ///
    /// 票面所印性别。
    pub sex: Option<Sex>,
    /// # Type of identity paper · 证件类型
    /// The type of the paper to which the number below belongs.
    ///
    /// 下列号码所属证件的类型。
    pub identifier_type: Option<IdentifierType>,
    /// # Number as printed · 证件号码（掩码）
    /// The number of the patient's identity paper as printed, hidden digits as asterisks, each in its place.
    ///
    /// 票面所印患者证件号码，隐去的各位逐位写作星号。
    pub masked_identifier: Option<MaskedText<'a>>,
    /// # Outpatient number · 门诊号
    /// The number of the outpatient visit or card.
    ///
    /// 门诊号。
    pub outpatient_number: Option<NumberText<'a>>,
    /// # Case number · 病历号
    /// The number of the medical record.
    ///
    /// 病历号。
    pub case_number: Option<NumberText<'a>>,
    /// # Inpatient number · 住院号
    /// The number of the stay in hospital.
    ///
    /// 住院号。
    pub inpatient_number: Option<NumberText<'a>>,
    /// # Department · 住院科别
    /// The department of the stay or visit.
    ///
    /// 住院科别或就诊科室。
    pub department: Option<ShortText<'a>>,
    /// # Date of the visit · 就诊日期
    /// The date of the outpatient visit.
    ///
    /// 门诊就诊日期。
    pub visit_on: Option<DateText<'a>>,
    /// # Admission date · 入院日期
    /// The first date of the stay.
    ///
    /// 住院时间的起始日。
    pub admitted_on: Option<DateText<'a>>,
    /// # Discharge date · 出院日期
    /// The last date of the stay.
    ///
    /// 住院时间的终止日。
    pub discharged_on: Option<DateText<'a>>,
    /// # Days of stay · 住院天数
    /// The number of days as printed; halves occur.
    ///
    /// 票面所印住院天数，可能有半天。
    pub stay_days: Option<DecimalText<'a>>,
    /// # Code of the main diagnosis · 主要诊断代码
    /// The code of the main diagnosis as the bill prints it.
    ///
    /// 票面所印主要诊断代码。
    pub main_diagnosis_code: Option<NumberText<'a>>,
}

/// # Insurance as printed · 医保信息
/// The medical insurance under which the bill was settled, as printed and coded.
///
/// 结算所用医疗保险的票面原文与编码。
///
/// ```
/// use tongzhou::{code::lists::InsuranceType, json, model::receipt::ReceiptInsurance};
///
/// let text = r#"{ "printedType": "城乡居民医保", "kind": "resident-basic", "region": "331122" }"#;
/// let insurance: ReceiptInsurance = json::from_str(text)?;
/// assert_eq!(insurance.kind, Some(InsuranceType::ResidentBasic));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct ReceiptInsurance<'a> {
    /// # Type as printed · 医保类型（原文）
    /// The words on the bill; hospitals write them freely.
    ///
    /// 票面文字，各医院写法不一。
    pub printed_type: Option<ShortText<'a>>,
    /// # Type · 医保类型
    /// The type that the printed words mean.
    ///
    /// 票面文字所指的险种。
    pub kind: Option<InsuranceType>,
    /// # Code of the platform · 平台险种代码
    /// The code of the insurance type by the insurance platform or the invoice's own list.
    ///
    /// 医保平台或发票自用代码表中的险种代码。
    pub platform_code: Option<ForeignCodeText<'a>>,
    /// # Insurance number · 医保编号（掩码）
    /// The number of the insured as printed, hidden digits as asterisks.
    ///
    /// 票面所印医保编号，隐去的各位写作星号。
    pub masked_number: Option<MaskedText<'a>>,
    /// # Region of insurance · 参保地区划
    /// The division code of the place of insurance.
    ///
    /// 参保地行政区划代码。
    pub region: Option<RegionText<'a>>,
    /// # Code of the designated institution · 定点机构编号
    /// The issuing unit's code as a designated institution of the insurance, as printed.
    ///
    /// 票面所印医保定点机构编号。
    pub designated_institution_code: Option<NumberText<'a>>,
}
