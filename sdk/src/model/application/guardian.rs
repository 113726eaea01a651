//! Who answers for the child: a parent, another person, or an institution.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::lists::{GuardianKind, GuardianshipBasis, Relation, Sex};
use crate::model::person::{Disability, HouseholdRegistration, Identifier, Residence};
use crate::model::primitive::List;
use crate::model::texts::{
    DateText, IdText, NameText, NumberText, OrganisationCodeText, PhoneText, ShortText, TitleText,
};

/// # Guardian · 监护人
/// A person or an organisation that answers for the child by law.
///
/// 依法对患儿承担监护责任的个人或机构。
///
/// ```
/// use tongzhou::{
///     code::lists::{GuardianKind, Relation},
///     model::application::{Guardian, GuardianPerson},
///     value::Uuid7,
/// };
///
/// let mother = Guardian::builder()
///     .guardian_id("019a0000-0000-7000-8000-000000000102".parse::<Uuid7>()?.into())
///     .kind(GuardianKind::Person)
///     .person(GuardianPerson::builder().name("周小禾".parse()?).build())
///     .relation(Relation::Mother)
///     .build();
/// let written = serde_json::json!({
///     "guardianId": "019a0000-0000-7000-8000-000000000102",
///     "kind": "person",
///     "person": { "name": "周小禾" },
///     "relation": "mother",
/// });
/// assert_eq!(serde_json::to_value(&mother)?, written);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Guardian<'a> {
    /// # Identifier of the guardian · 监护人标识号
    /// An identifier made for this application, by which other parts point to this guardian.
    ///
    /// 本申请内的监护人标识号，供其他部分引用。
    pub guardian_id: IdText<'a>,
    /// # Person or organisation · 监护人类型
    /// Whether the guardian is a person or an organisation; it says which of the two members below is
    /// filled.
    ///
    /// 监护人是个人还是机构，决定填写下面哪一组。
    pub kind: GuardianKind,
    /// # Person · 个人监护人
    /// Who the guardian is, where it is a person.
    ///
    /// 监护人为个人时填写。
    pub person: Option<GuardianPerson<'a>>,
    /// # Organisation · 机构监护人
    /// Which organisation it is, where the guardian is one.
    ///
    /// 监护人为机构时填写。
    pub organisation: Option<GuardianOrganisation<'a>>,
    /// # Relation to the child · 与患儿关系
    /// What the guardian is to the child, seen from the guardian: the father writes father.
    ///
    /// 监护人是患儿的什么人：父亲填“父亲”。
    pub relation: Option<Relation>,
    /// # Basis of guardianship · 监护依据
    /// By what right the guardian acts: as parent, by adoption, by appointment, as an institution.
    ///
    /// 监护权的依据：父母、收养、指定、机构监护等。
    pub basis: Option<GuardianshipBasis>,
    /// # Lives with the child · 是否与患儿共同生活
    /// Whether the guardian and the child share a household.
    ///
    /// 监护人是否与患儿共同生活。
    pub lives_with_child: Option<bool>,
    /// # Papers that show it · 证明材料
    /// The papers in this package that show guardianship.
    ///
    /// 本包中证明监护关系的材料。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 20>,
}

/// # Person as guardian · 个人监护人
/// The person who is guardian.
///
/// 担任监护人的个人。
///
/// ```
/// use tongzhou::{json, model::application::GuardianPerson};
///
/// let text = r#"{ "name": "林大树", "phones": ["13800000000"], "occupation": "木工，陪护期间停工" }"#;
/// let father: GuardianPerson = json::from_str(text)?;
/// assert_eq!(father.phones[0].as_str(), "13800000000");
/// assert!(father.identifiers.is_empty(), "no paper has been seen yet");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct GuardianPerson<'a> {
    /// # Name · 姓名
    /// The name on the identity paper.
    ///
    /// 与证件一致的姓名。
    pub name: NameText<'a>,
    /// # Former names · 曾用名
    /// Names the guardian had before, as older papers may show them.
    ///
    /// 以前用过的姓名，旧材料上可能出现。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub former_names: List<NameText<'a>, 10>,
    /// # Identity numbers · 身份标识
    /// The guardian's identity papers and numbers.
    ///
    /// 监护人的证件和号码。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub identifiers: List<Identifier<'a>, 20>,
    /// # Birth date · 出生日期
    /// The date on the identity paper.
    ///
    /// 证件上的出生日期。
    pub birth_date: Option<DateText<'a>>,
    /// # Sex · 性别
    /// The sex on the identity paper.
    ///
    /// 证件上的性别。
    pub sex: Option<Sex>,
    /// # Telephone numbers · 电话号码
    /// Numbers at which the guardian answers.
    ///
    /// 能联系到监护人的电话号码。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub phones: List<PhoneText<'a>, 5>,
    /// # Household registration · 户籍
    /// Where the guardian is registered, where a programme asks for it.
    ///
    /// 监护人的户籍登记，项目要求时填写。
    pub registration: Option<HouseholdRegistration<'a>>,
    /// # Current residence · 现居住地
    /// Where the guardian lives, if apart from the child.
    ///
    /// 不与患儿同住时，填监护人现居住地。
    pub residence: Option<Residence<'a>>,
    /// # Occupation · 职业
    /// What the guardian works as now.
    ///
    /// 监护人目前的职业。
    pub occupation: Option<ShortText<'a>>,
    /// # Employer · 工作单位
    /// The employer, which can confirm wages.
    ///
    /// 工作单位，可核实工资收入。
    pub employer: Option<TitleText<'a>>,
    /// # Health · 健康状况
    /// Whether the guardian is able to work, and serious illness if there is one.
    ///
    /// 是否有劳动能力，有无重大疾病。
    pub health: Option<ShortText<'a>>,
    /// # Disabilities · 残疾情况
    /// Disabilities of the guardian that are certified.
    ///
    /// 监护人经认定的残疾。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub disabilities: List<Disability<'a>, 10>,
}

/// # Organisation as guardian · 机构监护人
/// The organisation that is guardian, such as a child welfare home.
///
/// 担任监护人的机构，如儿童福利院。
///
/// ```
/// use tongzhou::{json, model::application::GuardianOrganisation};
///
/// let text = r#"{
///     "name": "示例市儿童福利院", "code": "12410000000000027F",
///     "representative": "郑示例", "admissionNumber": "FLY-2024-0001", "admittedOn": "2024-05-20"
/// }"#;
/// let home: GuardianOrganisation = json::from_str(text)?;
/// assert_eq!(home.name.as_str(), "示例市儿童福利院");
/// assert_eq!(home.admitted_on, Some("2024-05-20".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct GuardianOrganisation<'a> {
    /// # Name · 机构名称
    /// The name as registered.
    ///
    /// 登记的机构全称。
    pub name: TitleText<'a>,
    /// # Unified social credit code · 统一社会信用代码
    /// The organisation's code.
    ///
    /// 机构的统一社会信用代码。
    pub code: Option<OrganisationCodeText<'a>>,
    /// # Who acts for it · 经办人姓名
    /// The person who acts for the organisation in this matter.
    ///
    /// 代表机构办理本事项的人。
    pub representative: Option<NameText<'a>>,
    /// # Post · 经办人职务
    /// The post that person holds.
    ///
    /// 经办人的职务。
    pub post: Option<ShortText<'a>>,
    /// # Telephone number · 电话号码
    /// A number at which that person answers.
    ///
    /// 经办人的电话号码。
    pub phone: Option<PhoneText<'a>>,
    /// # Admission number of the child · 患儿入院编号
    /// The number under which the organisation admitted the child; with its code it identifies a child who
    /// has no other number.
    ///
    /// 机构接收患儿时的编号；与机构代码一起可识别没有其他证件号码的患儿。
    pub admission_number: Option<NumberText<'a>>,
    /// # Admitted on · 入院日期
    /// When the organisation admitted the child.
    ///
    /// 机构接收患儿的日期。
    pub admitted_on: Option<DateText<'a>>,
}
