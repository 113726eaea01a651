//! The child for whom aid is asked.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::{
    OpenCode,
    lists::{EthnicGroup, Sex},
};
use crate::model::person::{Disability, HouseholdRegistration, Identifier, Residence};
use crate::model::primitive::{Count, List};
use crate::model::texts::{CountryText, DateText, NameText, ShortText};

/// # Child · 患儿
/// The child for whom aid is asked; only the name is required.
///
/// 申请救助的患儿；只有姓名必填。
///
/// ```
/// use tongzhou::{code::lists::Sex, model::application::Child, value::Date};
///
/// let child = Child::builder()
///     .name("林小满".parse()?)
///     .sex(Sex::Female)
///     .birth_date("2018-03-15".parse::<Date>()?.into())
///     .build();
/// assert_eq!(
///     serde_json::to_string(&child)?,
///     r#"{"name":"林小满","sex":"female","birthDate":"2018-03-15"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Child<'a> {
    /// # Name · 姓名
    /// The name on the identity paper; for a newborn without one, the name the hospital uses.
    ///
    /// 与证件一致的姓名；新生儿尚无姓名时，填医院使用的称呼。
    pub name: NameText<'a>,
    /// # Former names · 曾用名
    /// Names the child had before, as older papers may show them.
    ///
    /// 以前用过的姓名，旧材料上可能出现。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub former_names: List<NameText<'a>, 10>,
    /// # Called in hospital · 院内称呼
    /// What hospital papers call the child before it has a name of its own, such as 张某之子.
    ///
    /// 有姓名之前医院材料上的称呼，如“张某之子”。
    pub called_in_hospital: Option<NameText<'a>>,
    /// # Sex · 性别
    /// The sex on the identity paper.
    ///
    /// 证件上的性别。
    pub sex: Option<Sex>,
    /// # Birth date · 出生日期
    /// The date on the identity paper or birth certificate.
    ///
    /// 证件或出生医学证明上的出生日期。
    pub birth_date: Option<DateText<'a>>,
    /// # Order of birth · 出生次序
    /// Which of a multiple birth this child is, counted from 1; write 1 for a single birth. It tells twins
    /// apart who have no number yet.
    ///
    /// 多胞胎中第几个出生，从 1 起；单胎填 1。用于区分尚无证件号码的多胞胎。
    pub birth_order: Option<Count<20>>,
    /// # Identity numbers · 身份标识
    /// All identity papers and numbers the child has or had since falling ill.
    ///
    /// 患儿患病以来有过的全部证件和号码。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub identifiers: List<Identifier<'a>, 20>,
    /// # Nationality · 国籍
    /// A numeric code of GB/T 2659; 156 is China.
    ///
    /// 国籍，填 GB/T 2659 数字代码；中国为 156。
    pub nationality: Option<CountryText<'a>>,
    /// # Ethnic group · 民族
    /// Give it only if a programme asks for it.
    ///
    /// 民族；仅在项目要求时填写。
    pub ethnic_group: Option<OpenCode<'a, EthnicGroup>>,
    /// # Household registration · 户籍
    /// Where the child is registered.
    ///
    /// 患儿的户籍登记。
    pub registration: Option<HouseholdRegistration<'a>>,
    /// # Current residence · 现居住地
    /// Where the child lives now, not counting the hospital.
    ///
    /// 患儿现在的居住地，不含医院。
    pub residence: Option<Residence<'a>>,
    /// # Schooling · 就学情况
    /// Stage or class, and whether schooling is interrupted; write no name of a school.
    ///
    /// 学段或年级，是否休学；不写学校名称。
    pub schooling: Option<ShortText<'a>>,
    /// # Disabilities · 残疾情况
    /// Disabilities of the child that are certified.
    ///
    /// 患儿经认定的残疾。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub disabilities: List<Disability<'a>, 10>,
    /// # Died on · 死亡日期
    /// The day the child died, if aid is asked for costs that remain.
    ///
    /// 患儿已去世、仍申请救助已发生费用时，填去世日期。
    pub deceased_on: Option<DateText<'a>>,
}
