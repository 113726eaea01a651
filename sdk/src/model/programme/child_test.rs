//! Tests on the child, its illness and its treatment.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::{
    code::{
        OpenCode,
        lists::{
            AgeBoundary, AgeReference, DiagnosisSystem, DiseaseCatalogue, GuardianKind, GuardianshipBasis,
            HospitalLevel, RegionBasis, TreatmentKind, TreatmentStage,
        },
    },
    model::{
        primitive::{Count, List},
        texts::{CountryText, DiagnosisCodeText, RegionText, ShortText},
    },
};

/// # Age · 年龄
/// The child's age in completed years at some event.
///
/// 儿童在某一时点的周岁年龄。
///
/// ```
/// use tongzhou::{code::lists::AgeBoundary, json, model::{primitive::Count, programme::AgeTest}};
///
/// let text = r#"{ "untilYears": 18, "boundary": "through-year", "reference": "application-submitted" }"#;
/// let age: AgeTest = json::from_str(text)?;
/// assert_eq!(age.until_years, Count::new(18));
/// assert_eq!(age.boundary, Some(AgeBoundary::ThroughYear), "until the day before the 19th birthday");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgeTest {
    /// # From · 下限（周岁）
    /// The least age in completed years; left out, from birth.
    ///
    /// 最低周岁年龄，不写即从出生起。
    pub from_years: Option<Count<150>>,
    /// # Until · 上限（周岁）
    /// The age that the boundary is about.
    ///
    /// 上限所指的周岁年龄。
    pub until_years: Option<Count<150>>,
    /// # How the limit ends · 上限的算法
    /// On which day a child is over age.
    ///
    /// 从哪一天起算超龄。
    pub boundary: Option<AgeBoundary>,
    /// # Counted at · 年龄以何时为准
    /// The event at which the age is counted.
    ///
    /// 以哪个时点的年龄为准。
    pub reference: Option<AgeReference>,
}

/// # Diagnosis · 诊断
/// The illness, by name in the alliance's catalogue or by codes.
///
/// 病种，以联盟病种目录或疾病编码指明。
///
/// ```
/// use tongzhou::{json, model::programme::DiagnosisTest};
///
/// let text = r#"{ "diseases": ["leukaemia"], "excludedInWords": ["白血病前期"], "confirmedOnly": true }"#;
/// let test: DiagnosisTest = json::from_str(text)?;
/// assert_eq!(test.diseases[0].as_str(), "leukaemia");
/// assert_eq!(test.confirmed_only, Some(true));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct DiagnosisTest<'a> {
    /// # Diseases · 病种
    /// Diseases of the alliance's catalogue; any of them.
    ///
    /// 联盟病种目录中的病种，符合其一即可。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub diseases: List<OpenCode<'a, DiseaseCatalogue>, 12>,
    /// # Codes · 疾病编码
    /// Codes by their system; any of them.
    ///
    /// 按编码体系列出的疾病编码，符合其一即可。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub codes: List<CodeRange<'a>, 3>,
    /// # Excluded in words · 文字排除
    /// What the programme does not count among these illnesses, in its own words.
    ///
    /// 项目明确不包括的情形，按项目原文。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub excluded_in_words: List<ShortText<'a>, 6>,
    /// # Main diagnosis only · 仅限主要诊断
    /// True where only the main diagnosis counts.
    ///
    /// 只看主要诊断的为 true。
    pub primary_only: Option<bool>,
    /// # Confirmed only · 仅限确诊
    /// True where a suspected illness does not count.
    ///
    /// 疑似病例不算的为 true。
    pub confirmed_only: Option<bool>,
}

/// # Codes of one system · 同一体系的编码
/// Beginnings of codes in one code system.
///
/// 某一编码体系中的编码前缀。
///
/// ```
/// use tongzhou::{code::lists::DiagnosisSystem, json, model::programme::CodeRange};
///
/// let text = r#"{ "system": "who-icd10", "prefixes": ["C91", "C92"], "excludedPrefixes": ["C92.7"] }"#;
/// let range: CodeRange = json::from_str(text)?;
/// assert_eq!(range.system, DiagnosisSystem::WhoIcd10);
/// assert_eq!(range.excluded_prefixes[0].as_str(), "C92.7");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct CodeRange<'a> {
    /// # Code system · 编码体系
    /// The system that the codes are of; one text means different things in two of them.
    ///
    /// 编码所属的体系，同一编码在不同体系中含义不同。
    pub system: DiagnosisSystem,
    /// # Beginnings · 编码前缀
    /// A code that begins with one of these is meant.
    ///
    /// 以其中之一开头的编码都包括在内。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub prefixes: List<DiagnosisCodeText<'a>, 16>,
    /// # Excluded beginnings · 排除的编码前缀
    /// A code that begins with one of these is not meant after all.
    ///
    /// 以其中之一开头的编码不包括在内。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub excluded_prefixes: List<DiagnosisCodeText<'a>, 6>,
}

/// # Region · 地区
/// Where the child belongs to.
///
/// 儿童属于哪个地区。
///
/// ```
/// use tongzhou::{code::lists::RegionBasis, json, model::programme::RegionTest};
///
/// let region: RegionTest = json::from_str(r#"{ "basis": "hukou", "divisions": ["331122"] }"#)?;
/// assert_eq!(region.basis, RegionBasis::Hukou);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct RegionTest<'a> {
    /// # By what · 以何为准
    /// What ties the child to a region.
    ///
    /// 以户籍、常住还是参保等为准。
    pub basis: RegionBasis,
    /// # Divisions · 地区
    /// Divisions by their code, a larger one including those inside.
    ///
    /// 行政区划代码，上级区划包括其下级。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub divisions: List<RegionText<'a>, 16>,
    /// # Excluded divisions · 除外的地区
    /// Divisions that are not included after all.
    ///
    /// 不包括在内的行政区划。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub excluded_divisions: List<RegionText<'a>, 8>,
}

/// # Nationality · 国籍
/// The child's nationality.
///
/// 儿童的国籍。
///
/// ```
/// use tongzhou::model::programme::NationalityTest;
///
/// let chinese = NationalityTest::builder().countries(["156".parse()?].into()).build();
/// assert_eq!(serde_json::to_string(&chinese)?, r#"{"countries":["156"]}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct NationalityTest<'a> {
    /// # Countries · 国家或地区
    /// Countries and regions by their numeric code; any of them.
    ///
    /// 国家或地区数字代码，符合其一即可。
    pub countries: List<CountryText<'a>, 8>,
}

/// # Guardianship · 监护情况
/// Who the guardian is.
///
/// 监护人是谁。
///
/// ```
/// use tongzhou::{code::lists::GuardianshipBasis, json, model::programme::GuardianTest};
///
/// let test: GuardianTest = json::from_str(r#"{ "bases": ["parent", "close-relative"] }"#)?;
/// assert!(test.bases.contains(&GuardianshipBasis::CloseRelative));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GuardianTest {
    /// # Kinds · 监护人类别
    /// A person, an institution, or either.
    ///
    /// 自然人或机构。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub kinds: List<GuardianKind, 2>,
    /// # Bases · 监护依据
    /// On what the guardianship rests; any of them.
    ///
    /// 监护依据，符合其一即可。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub bases: List<GuardianshipBasis, 12>,
}

/// # Treatment · 治疗情况
/// How far treatment has come.
///
/// 治疗进行到哪一步。
///
/// ```
/// use tongzhou::{code::lists::TreatmentStage, json, model::programme::TreatmentTest};
///
/// let text = r#"{ "kinds": ["stem-cell-transplant"], "stages": ["planned"], "scheduledWithinMonths": 3 }"#;
/// let test: TreatmentTest = json::from_str(text)?;
/// assert!(test.stages.contains(&TreatmentStage::Planned));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct TreatmentTest<'a> {
    /// # Stages · 治疗阶段
    /// Any of these stages.
    ///
    /// 处于其中之一。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub stages: List<TreatmentStage, 14>,
    /// # Kinds · 治疗方式
    /// Any of these kinds of treatment, planned or done.
    ///
    /// 计划或已进行的治疗方式，符合其一即可。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub kinds: List<OpenCode<'a, TreatmentKind>, 8>,
    /// # Before treatment · 治疗前申请
    /// True where the application must come before the treatment that is to be funded.
    ///
    /// 必须在所资助的治疗之前申请的为 true。
    pub before_treatment: Option<bool>,
    /// # Scheduled within months · 预定期限（月）
    /// Within how many months the treatment must be scheduled.
    ///
    /// 治疗须在多少个月内安排。
    pub scheduled_within_months: Option<Count<120>>,
}

/// # Hospital · 就诊医院
/// Where the child is treated.
///
/// 在哪家医院治疗。
///
/// ```
/// use tongzhou::{code::lists::HospitalLevel, model::programme::HospitalTest};
///
/// let test = HospitalTest::builder().designated(true).levels([HospitalLevel::Level3].into()).build();
/// assert_eq!(serde_json::to_string(&test)?, r#"{"designated":true,"levels":["level-3"]}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HospitalTest {
    /// # Designated · 定点医院
    /// True where the hospital must be one of the programme's designated hospitals.
    ///
    /// 必须在项目定点医院治疗的为 true。
    pub designated: Option<bool>,
    /// # Levels · 医院级别
    /// Any of these levels.
    ///
    /// 医院级别，符合其一即可。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub levels: List<HospitalLevel, 4>,
}
