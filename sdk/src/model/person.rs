//! What is said of any person: identity papers, ways to reach them, where they live, disability.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::lists::{
    ContactKind, HukouKind, IdentifierType, NoIdentifierReason, Relation, ResidenceKind,
};
use crate::model::primitive::List;
use crate::model::texts::{
    CountryText, DateText, IdText, IdentifierText, NameText, NumberText, OrganisationCodeText, PhoneText,
    RegionText, ShortText, TitleText,
};

/// # Identity number · 身份标识
/// One identity paper or number of a person, with the time it holds; a newborn's papers change during
/// treatment, so a person has a list of these.
///
/// 一个人的一份身份证件或号码及其有效时间；新生儿的证件在治疗期间会变化，所以每人是一个列表。
///
/// ```
/// use tongzhou::{code::lists::{IdentifierType, NoIdentifierReason}, json, model::person::Identifier};
///
/// let number: Identifier = json::from_str(r#"{ "type": "resident-id", "value": "331122201803150005" }"#)?;
/// assert_eq!(number.r#type, IdentifierType::ResidentId);
///
/// // A newborn has none yet, and says why.
/// let newborn = Identifier::builder()
///     .r#type(IdentifierType::NoneYet)
///     .none_yet_reason(NoIdentifierReason::Newborn)
///     .build();
/// assert_eq!(serde_json::to_string(&newborn)?, r#"{"type":"none-yet","noneYetReason":"newborn"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Identifier<'a> {
    /// # Kind · 证件类型
    /// The kind of paper; write none-yet when the person has no number at all.
    ///
    /// 证件类型；尚无任何证件号码时填“暂无”。
    pub r#type: IdentifierType,
    /// # Name of the kind · 证件类型名称
    /// What the paper is called, where the kind is other.
    ///
    /// 类型为“其他”时，写明证件名称。
    pub type_name: Option<ShortText<'a>>,
    /// # Number · 证件号码
    /// The number exactly as the paper shows it, letters in upper case.
    ///
    /// 证件上的号码，原样填写，字母大写。
    pub value: Option<IdentifierText<'a>>,
    /// # Valid from · 有效期起
    /// The first day on which the paper holds, usually the day of issue.
    ///
    /// 证件开始有效的日期，一般为签发日期。
    pub valid_from: Option<DateText<'a>>,
    /// # Valid until · 有效期止
    /// The last day on which the paper holds, or the day a newer one took its place; leave it out for
    /// papers without an end.
    ///
    /// 证件有效的最后一天，或被新证件取代的日期；长期有效的不填。
    pub valid_until: Option<DateText<'a>>,
    /// # Issued by · 签发机关
    /// The authority or hospital that issued the paper.
    ///
    /// 签发证件的机关或医院。
    pub issuer: Option<TitleText<'a>>,
    /// # Code of the issuer · 签发机构代码
    /// The unified social credit code of the issuer; required with an admission number, which means nothing
    /// without the institution.
    ///
    /// 签发机构的统一社会信用代码；机构入院编号必须同时填写机构代码。
    pub issuer_code: Option<OrganisationCodeText<'a>>,
    /// # Issuing country · 签发国家或地区
    /// The country that issued a passport, as a numeric code of GB/T 2659.
    ///
    /// 护照的签发国家或地区，填 GB/T 2659 数字代码。
    pub country: Option<CountryText<'a>>,
    /// # Why there is none yet · 暂无号码原因
    /// Why the person has no number, where the kind is none-yet.
    ///
    /// 类型为“暂无”时，说明为什么没有号码。
    pub none_yet_reason: Option<NoIdentifierReason>,
    /// # Papers that show it · 证明材料
    /// The copies in this package that show this number.
    ///
    /// 本包中能证明此号码的材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}

/// # Contact · 联系方式
/// One way to reach the family; landlines and a neighbour's phone are common, so each says whose it is.
///
/// 联系家庭的一种方式；座机和邻居电话很常见，所以要写明是谁的。
///
/// ```
/// use tongzhou::{code::lists::{ContactKind, Relation}, model::person::Contact, value::MobileNumber};
///
/// let mother = Contact::builder()
///     .kind(ContactKind::Mobile)
///     .phone("13000000000".parse::<MobileNumber>()?.into())
///     .relation(Relation::Mother)
///     .preferred(true)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&mother)?,
///     r#"{"kind":"mobile","phone":"13000000000","relation":"mother","preferred":true}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Contact<'a> {
    /// # Kind · 联系方式类型
    /// Whether this is a mobile phone, a landline, a neighbour's phone, WeChat, e-mail or a postal address.
    ///
    /// 手机、座机、邻居电话、微信、邮箱或邮寄地址。
    pub kind: ContactKind,
    /// # Telephone number · 电话号码
    /// The number to dial, with area code for a landline.
    ///
    /// 可拨打的号码，座机写区号。
    pub phone: Option<PhoneText<'a>>,
    /// # Account or address · 账号或地址
    /// The WeChat account, e-mail or postal address, where the way is not a telephone.
    ///
    /// 不是电话时，填微信号、电子邮箱或邮寄地址。
    pub account: Option<ShortText<'a>>,
    /// # Whose it is · 联系人姓名
    /// The name of the person who answers.
    ///
    /// 接听者的姓名。
    pub name: Option<NameText<'a>>,
    /// # Relation to the child · 与患儿关系
    /// What the person who answers is to the child.
    ///
    /// 接听者是患儿的什么人。
    pub relation: Option<Relation>,
    /// # Guardian · 对应监护人
    /// The guardian of this application who answers, if it is one of them.
    ///
    /// 接听者是本申请中的监护人时，填其标识号。
    pub guardian_id: Option<IdText<'a>>,
    /// # Try first · 首选
    /// Whether to try this way first.
    ///
    /// 是否优先用此方式联系。
    pub preferred: Option<bool>,
    /// # When and how · 联系说明
    /// When to call, which dialect is spoken, or whatever else helps to get through.
    ///
    /// 方便接听的时间、使用的方言等有助于联系的说明。
    pub note: Option<ShortText<'a>>,
}

/// # Household registration · 户籍
/// Where the person is registered; it says nothing about where they live now.
///
/// 户口登记所在地；不代表现在住在哪里。
///
/// ```
/// use tongzhou::{code::lists::HukouKind, json, model::person::HouseholdRegistration};
///
/// let text = r#"{ "region": "331122", "kind": "agricultural", "address": "浙江省缙云县示例镇示例村 1 号" }"#;
/// let registration: HouseholdRegistration = json::from_str(text)?;
/// assert_eq!(registration.kind, Some(HukouKind::Agricultural));
/// assert_eq!(registration.region, Some("331122".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct HouseholdRegistration<'a> {
    /// # Division · 户籍地区划
    /// The county-level division of the registration, as a code of GB/T 2260 in force; do not take it from
    /// the identity number.
    ///
    /// 户籍所在县级行政区划代码（GB/T 2260 现行代码）；不要从身份证号推断。
    pub region: Option<RegionText<'a>>,
    /// # Kind of registration · 户口性质
    /// The kind of registration the household booklet shows.
    ///
    /// 户口簿上的户口性质。
    pub kind: Option<HukouKind>,
    /// # Address in the booklet · 户籍地址
    /// The address that the household booklet shows.
    ///
    /// 户口簿上的住址。
    pub address: Option<ShortText<'a>>,
}

/// # Current residence · 现居住地
/// Where the person lives now, which may be far from the registration.
///
/// 现在实际居住的地方，可能与户籍地不同。
///
/// ```
/// use tongzhou::{code::lists::ResidenceKind, json, model::person::Residence};
///
/// let text = r#"{ "region": "331122", "villageCommittee": "示例村村民委员会", "kind": "household-register" }"#;
/// let residence: Residence = json::from_str(text)?;
/// assert_eq!(residence.kind, Some(ResidenceKind::HouseholdRegister));
/// assert_eq!(residence.village_committee, Some("示例村村民委员会".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Residence<'a> {
    /// # Division · 居住地区划
    /// The county-level division, as a code of GB/T 2260.
    ///
    /// 现居住地县级行政区划代码（GB/T 2260）。
    pub region: Option<RegionText<'a>>,
    /// # Address · 详细地址
    /// Street, building and door, or township, village and group, so that a visitor finds the place.
    ///
    /// 街道门牌，或乡镇、村、组，能让走访者找到。
    pub address: Option<ShortText<'a>>,
    /// # Village or residents' committee · 村（居）委会
    /// The committee in charge, which can confirm the family's circumstances.
    ///
    /// 所属村（居）民委员会，可核实家庭情况。
    pub village_committee: Option<TitleText<'a>>,
    /// # Living there since · 居住起始日期
    /// When the person moved there.
    ///
    /// 从何时起居住在此。
    pub since: Option<DateText<'a>>,
    /// # Kind of residence · 居住类别
    /// Whether it is the home, an institution or a lodging for the time of treatment.
    ///
    /// 是住所、机构，还是就医期间的临时住处。
    pub kind: Option<ResidenceKind>,
}

/// # Disability · 残疾情况
/// A disability as the certificate states it.
///
/// 残疾证载明的残疾情况。
///
/// ```
/// use tongzhou::{json, model::person::Disability};
///
/// let text = r#"{
///     "kind": "肢体", "grade": "三级", "certificateNumber": "CJ-0000001", "issuedOn": "2026-09-10"
/// }"#;
/// let disability: Disability = json::from_str(text)?;
/// assert_eq!(disability.grade, Some("三级".parse()?), "in the words of the certificate");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Disability<'a> {
    /// # Kind · 残疾类别
    /// The kind of disability in the words of the certificate.
    ///
    /// 残疾证上的残疾类别。
    pub kind: Option<ShortText<'a>>,
    /// # Grade · 残疾等级
    /// The grade in the words of the certificate.
    ///
    /// 残疾证上的残疾等级。
    pub grade: Option<ShortText<'a>>,
    /// # Certificate number · 残疾证号
    /// The number of the disability certificate.
    ///
    /// 残疾人证号码。
    pub certificate_number: Option<NumberText<'a>>,
    /// # Issued on · 签发日期
    /// When the certificate was issued.
    ///
    /// 残疾证签发日期。
    pub issued_on: Option<DateText<'a>>,
    /// # Valid until · 有效期止
    /// The last day on which the certificate holds.
    ///
    /// 残疾证有效的最后一天。
    pub valid_until: Option<DateText<'a>>,
    /// # Papers that show it · 证明材料
    /// The copy of the certificate in this package.
    ///
    /// 本包中的残疾证材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 10>,
}
