//! How documents point to organisations and hospitals.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::{
    OpenCode,
    lists::{HospitalGrade, HospitalIdentifierSystem, HospitalLevel, InstitutionCategory},
};
use crate::model::primitive::List;
use crate::model::texts::{ForeignCodeText, OrganisationCodeText, RegionText, ShortText, TitleText};

/// # Organisation · 机构
/// An organisation by its code and name.
///
/// 以代码和名称指明的一个机构。
///
/// ```
/// use tongzhou::{model::organisation::OrganisationRef, value::OrganisationCode};
///
/// let charity = OrganisationRef::builder()
///     .code("531000000000000008".parse::<OrganisationCode>()?.into())
///     .name("示例儿童大病救助基金会".parse()?)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&charity)?,
///     r#"{"code":"531000000000000008","name":"示例儿童大病救助基金会"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct OrganisationRef<'a> {
    /// # Unified social credit code · 统一社会信用代码
    /// The organisation's code; two organisations are the same when their codes are.
    ///
    /// 机构的统一社会信用代码；代码相同即为同一机构。
    pub code: Option<OrganisationCodeText<'a>>,
    /// # Name · 机构名称
    /// The name as registered.
    ///
    /// 登记的机构全称。
    pub name: TitleText<'a>,
}

/// # Hospital · 医疗机构
/// A hospital with all its numbers, for its name alone does not tell it apart.
///
/// 医疗机构及其各种编号；仅凭名称不足以识别。
///
/// ```
/// use tongzhou::{
///     code::lists::{HospitalGrade, HospitalIdentifierSystem, HospitalLevel},
///     json,
///     model::organisation::Hospital,
/// };
///
/// let text = r#"{
///     "name": "示例市儿童医院", "region": "110102", "level": "level-3", "grade": "grade-a",
///     "identifiers": [{ "system": "uscc", "value": "1211000040000000XT" }]
/// }"#;
/// let hospital: Hospital = json::from_str(text)?;
/// assert_eq!((hospital.level, hospital.grade), (Some(HospitalLevel::Level3), Some(HospitalGrade::GradeA)));
/// assert_eq!(hospital.identifiers[0].system, HospitalIdentifierSystem::Uscc);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Hospital<'a> {
    /// # Name · 医院名称
    /// The name in full, with the campus if there are several.
    ///
    /// 医院全称，有多个院区的写明院区。
    pub name: TitleText<'a>,
    /// # Numbers · 机构编号
    /// The hospital's numbers; give the unified social credit code or the insurance code at least.
    ///
    /// 医院的各种编号；至少填统一社会信用代码或医保定点代码之一。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub identifiers: List<HospitalIdentifier<'a>, 10>,
    /// # Division · 所在地区划
    /// The county-level division where the hospital stands, as a code of GB/T 2260.
    ///
    /// 医院所在县级行政区划代码（GB/T 2260）。
    pub region: Option<RegionText<'a>>,
    /// # Level as printed · 等级原文
    /// The level as papers print it, such as 三级甲等.
    ///
    /// 材料上印的医院等级原文，如“三级甲等”。
    pub level_text: Option<ShortText<'a>>,
    /// # Level · 医院级别
    /// The level (一、二、三级 or not yet rated).
    ///
    /// 医院级别：一级、二级、三级或未定级。
    pub level: Option<HospitalLevel>,
    /// # Grade · 医院等次
    /// The grade within the level (特、甲、乙、丙等 or not yet rated).
    ///
    /// 级别内的等次：特、甲、乙、丙等或未定等。
    pub grade: Option<HospitalGrade>,
    /// # Kind of institution as printed · 机构类型原文
    /// The kind of institution as receipts print it.
    ///
    /// 票据上印的医疗机构类型原文。
    pub category_text: Option<ShortText<'a>>,
    /// # Kind of institution · 医疗机构类别
    /// The kind of institution by the national rules on medical institutions.
    ///
    /// 按医疗机构管理规定的机构类别。
    pub category: Option<OpenCode<'a, InstitutionCategory>>,
}

/// # Hospital number · 医疗机构编号
/// One number of a hospital and the system it belongs to.
///
/// 医院的一个编号及其所属编号体系。
///
/// ```
/// use tongzhou::{code::lists::HospitalIdentifierSystem, model::organisation::HospitalIdentifier};
///
/// let identifier = HospitalIdentifier::builder()
///     .system(HospitalIdentifierSystem::InsuranceDesignated)
///     .value("H11010200000".parse()?)
///     .build();
/// assert_eq!(
///     serde_json::to_string(&identifier)?,
///     r#"{"system":"insurance-designated","value":"H11010200000"}"#
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct HospitalIdentifier<'a> {
    /// # System · 编号体系
    /// Which system the number belongs to.
    ///
    /// 编号属于哪个体系。
    pub system: HospitalIdentifierSystem,
    /// # Number · 编号
    /// The number exactly as the system writes it.
    ///
    /// 按该体系原样填写的编号。
    pub value: ForeignCodeText<'a>,
}
