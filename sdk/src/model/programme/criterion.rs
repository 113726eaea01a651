//! Who may apply: tests, and how they combine.
//!
//! An object holds tests, one of a kind, and **all that stand in it must hold**. `any`, `all` and `not` hold further
//! such objects, two levels of them, which is as deep as published programmes go and keeps both the types and the
//! schema finite. Since every test has a member of its own, a fault is told at the member it is in.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{
    child_test::{
        AgeTest, DiagnosisTest, GuardianTest, HospitalTest, NationalityTest, RegionTest, TreatmentTest,
    },
    means_test::{
        CoverageTest, DocumentTest, HardshipTest, OtherHelpTest, OtherTest, PriorAidTest, ResidualBurdenTest,
    },
};
use crate::model::{
    primitive::List,
    texts::{ShortText, SlugText},
};

/// The tests of one object, whatever level it stands on.
///
/// ```
/// use tongzhou::{code::lists::Hardship, json, model::programme::Test};
///
/// let test: Test = json::from_str(r#"{ "hardship": { "statuses": ["orphan"] }, "words": "孤儿" }"#)?;
/// let conditions = test.conditions();
/// assert!(conditions.hardship.is_some_and(|hardship| hardship.statuses.contains(&Hardship::Orphan)));
/// assert!(conditions.age.is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conditions<'c, 'a> {
    /// 年龄.
    pub age: Option<&'c AgeTest>,
    /// 国籍.
    pub nationality: Option<&'c NationalityTest<'a>>,
    /// 地区.
    pub region: Option<&'c RegionTest<'a>>,
    /// 监护情况.
    pub guardian: Option<&'c GuardianTest>,
    /// 诊断.
    pub diagnosis: Option<&'c DiagnosisTest<'a>>,
    /// 治疗情况.
    pub treatment: Option<&'c TreatmentTest<'a>>,
    /// 就诊医院.
    pub hospital: Option<&'c HospitalTest>,
    /// 困难身份.
    pub hardship: Option<&'c HardshipTest>,
    /// 家庭负担.
    pub residual_burden: Option<&'c ResidualBurdenTest<'a>>,
    /// 医疗保障.
    pub coverage: Option<&'c CoverageTest<'a>>,
    /// 既往救助.
    pub prior_aid: Option<&'c PriorAidTest<'a>>,
    /// 其他帮助.
    pub other_help: Option<&'c OtherHelpTest<'a>>,
    /// 材料.
    pub document: Option<&'c DocumentTest>,
    /// 文字条件.
    pub other: Option<&'c OtherTest<'a>>,
    /// 公布的原文.
    pub words: Option<&'c ShortText<'a>>,
    /// 出处.
    pub source: Option<&'c SlugText<'a>>,
}

/// The three levels, with the tests written once.
macro_rules! criterion {
    ($(#[$doc:meta])* $Name:ident { $($groups:tt)* }) => {
        $(#[$doc])*
        #[skip_serializing_none]
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
        #[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
        pub struct $Name<'a> {
            $($groups)*
            /// # Age · 年龄
            /// The child's age in completed years.
            ///
            /// 儿童的周岁年龄。
            pub age: Option<AgeTest>,
            /// # Nationality · 国籍
            /// The child's nationality.
            ///
            /// 儿童的国籍。
            pub nationality: Option<NationalityTest<'a>>,
            /// # Region · 地区
            /// Where the child belongs to.
            ///
            /// 儿童属于哪个地区。
            pub region: Option<RegionTest<'a>>,
            /// # Guardianship · 监护情况
            /// Who the guardian is.
            ///
            /// 监护人是谁。
            pub guardian: Option<GuardianTest>,
            /// # Diagnosis · 诊断
            /// The illness.
            ///
            /// 病种。
            pub diagnosis: Option<DiagnosisTest<'a>>,
            /// # Treatment · 治疗情况
            /// How far treatment has come.
            ///
            /// 治疗进行到哪一步。
            pub treatment: Option<TreatmentTest<'a>>,
            /// # Hospital · 就诊医院
            /// Where the child is treated.
            ///
            /// 在哪家医院治疗。
            pub hospital: Option<HospitalTest>,
            /// # Hardship · 困难身份
            /// The family's hardship status.
            ///
            /// 家庭的困难身份。
            pub hardship: Option<HardshipTest>,
            /// # Residual burden · 家庭负担
            /// What the family has to bear.
            ///
            /// 家庭自己要负担多少。
            pub residual_burden: Option<ResidualBurdenTest<'a>>,
            /// # Coverage · 医疗保障
            /// Which insurance covers the child.
            ///
            /// 儿童有哪些医疗保障。
            pub coverage: Option<CoverageTest<'a>>,
            /// # Earlier aid · 既往救助
            /// What aid the child has had already.
            ///
            /// 儿童此前已获得的救助。
            pub prior_aid: Option<PriorAidTest<'a>>,
            /// # Other help · 其他帮助
            /// What other help the family has.
            ///
            /// 家庭获得的其他帮助。
            pub other_help: Option<OtherHelpTest<'a>>,
            /// # Paper · 材料
            /// A paper is there as the programme wants it.
            ///
            /// 已有符合要求的材料。
            pub document: Option<DocumentTest>,
            /// # Condition in words · 文字条件
            /// A condition that only a person can settle.
            ///
            /// 只能由人判断的条件。
            pub other: Option<OtherTest<'a>>,
            /// # As published · 公布的原文
            /// The condition as the programme publishes it.
            ///
            /// 项目公布的条件原文。
            pub words: Option<ShortText<'a>>,
            /// # Source · 出处
            /// Where the term was published, by the name given under the programme's sources.
            ///
            /// 该条件的出处，填本文件 sources 中的出处代号。
            pub source: Option<SlugText<'a>>,
        }

        impl<'a> $Name<'a> {
            /// The tests that stand in it; all of them must hold.
            ///
            /// ```
            /// use tongzhou::{json, model::programme::Criterion};
            ///
            /// let text = r#"{ "age": { "untilYears": 18 }, "nationality": { "countries": ["156"] } }"#;
            /// let eligibility: Criterion = json::from_str(text)?;
            /// let conditions = eligibility.conditions();
            /// assert!(conditions.age.is_some() && conditions.nationality.is_some());
            /// assert!(conditions.hardship.is_none(), "nothing is asked of it");
            /// # Ok::<(), json::Fault>(())
            /// ```
            pub fn conditions(&self) -> Conditions<'_, 'a> {
                Conditions {
                    age: self.age.as_ref(),
                    nationality: self.nationality.as_ref(),
                    region: self.region.as_ref(),
                    guardian: self.guardian.as_ref(),
                    diagnosis: self.diagnosis.as_ref(),
                    treatment: self.treatment.as_ref(),
                    hospital: self.hospital.as_ref(),
                    hardship: self.hardship.as_ref(),
                    residual_burden: self.residual_burden.as_ref(),
                    coverage: self.coverage.as_ref(),
                    prior_aid: self.prior_aid.as_ref(),
                    other_help: self.other_help.as_ref(),
                    document: self.document.as_ref(),
                    other: self.other.as_ref(),
                    words: self.words.as_ref(),
                    source: self.source.as_ref(),
                }
            }
        }
    };
}

criterion! {
    /// # Eligibility · 申请条件
    /// Conditions that must all hold; `any`, `all` and `not` group further ones.
    ///
    /// 必须同时满足的各项条件；可用 any、all、not 把条件分组。
    ///
    /// ```
    /// use tongzhou::{json, model::programme::Criterion};
    ///
    /// // Children of one county, whose family is either on minimum living allowance or heavily burdened.
    /// let text = r#"{
    ///     "region": { "basis": "hukou", "divisions": ["331122"] },
    ///     "any": [
    ///         { "hardship": { "statuses": ["dibao"] } },
    ///         { "residualBurden": { "basis": "burden", "from": "50000.00", "fromBound": "closed" } }
    ///     ]
    /// }"#;
    /// let eligibility: Criterion = json::from_str(text)?;
    /// assert!(eligibility.conditions().region.is_some());
    /// assert_eq!(eligibility.any.len(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Criterion {
        /// # All of these · 全部满足
        /// Each of these must hold; for two conditions of one kind.
        ///
        /// 必须逐项满足；用于同一类有两个条件的情形。
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        #[builder(default)]
        pub all: List<Alternative<'a>, 6>,
        /// # Any of these · 满足其一
        /// At least one of these must hold.
        ///
        /// 至少满足其中一项。
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        #[builder(default)]
        pub any: List<Alternative<'a>, 10>,
        /// # None of these · 均不得有
        /// None of these may hold.
        ///
        /// 其中任何一项都不得成立。
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        #[builder(default)]
        pub not: List<Alternative<'a>, 6>,
    }
}

criterion! {
    /// # Group of conditions · 一组条件
    /// Conditions that must all hold, inside a group.
    ///
    /// 分组之中必须同时满足的各项条件。
    ///
    /// ```
    /// use tongzhou::{json, model::programme::Alternative};
    ///
    /// let text = r#"{ "all": [{ "region": { "basis": "hukou", "divisions": ["331122"] } },
    ///     { "region": { "basis": "insured", "divisions": ["331122"] } }] }"#;
    /// let both: Alternative = json::from_str(text)?;
    /// assert!(both.all.iter().all(|test| test.conditions().region.is_some()));
    /// assert_eq!(both.conditions().words, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Alternative {
        /// # All of these · 全部满足
        /// Each of these must hold; for two conditions of one kind.
        ///
        /// 必须逐项满足；用于同一类有两个条件的情形。
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        #[builder(default)]
        pub all: List<Test<'a>, 4>,
        /// # Any of these · 满足其一
        /// At least one of these must hold.
        ///
        /// 至少满足其中一项。
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        #[builder(default)]
        pub any: List<Test<'a>, 5>,
        /// # None of these · 均不得有
        /// None of these may hold.
        ///
        /// 其中任何一项都不得成立。
        #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
        #[builder(default)]
        pub not: List<Test<'a>, 3>,
    }
}

criterion! {
    /// # Condition · 单项条件
    /// Conditions that must all hold, without further groups.
    ///
    /// 必须同时满足的各项条件，不再分组。
    ///
    /// ```
    /// use tongzhou::{code::lists::Hardship, model::programme::{HardshipTest, Test}};
    ///
    /// let orphans = HardshipTest::builder().statuses([Hardship::Orphan].into()).build();
    /// let test = Test::builder().hardship(orphans).build();
    /// assert!(test.conditions().hardship.is_some());
    /// assert_eq!(serde_json::to_string(&test)?, r#"{"hardship":{"statuses":["orphan"]}}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Test {}
}
