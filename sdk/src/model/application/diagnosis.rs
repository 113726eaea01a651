//! What the child is ill with, in codes.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::code::{
    OpenCode,
    lists::{DiagnosisSystem, DiseaseCatalogue},
};
use crate::model::organisation::Hospital;
use crate::model::primitive::List;
use crate::model::texts::{DateText, DiagnosisCodeText, IdText, ShortText, VersionText};

/// # Diagnosis · 诊断
/// One diagnosis as the hospital states it. The same code means different things in different systems.
///
/// 医院作出的一项诊断。同一编码在不同体系中含义不同。
///
/// ```
/// use tongzhou::{code::lists::DiagnosisSystem, json, model::application::Diagnosis};
///
/// let text = r#"{
///     "text": "急性淋巴细胞白血病", "system": "nhc-clinical-2-0", "code": "C91.000",
///     "category": "leukaemia", "diagnosedOn": "2026-03-05", "confirmed": true
/// }"#;
/// let diagnosis: Diagnosis = json::from_str(text)?;
/// assert_eq!(diagnosis.system, Some(DiagnosisSystem::NhcClinical20));
/// assert_eq!(diagnosis.category.as_ref().map(|disease| disease.as_str()), Some("leukaemia"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Diagnosis<'a> {
    /// # In words · 诊断名称
    /// The diagnosis exactly as the certificate states it.
    ///
    /// 诊断证明上的诊断，原样填写。
    pub text: Option<ShortText<'a>>,
    /// # Coding system · 编码体系
    /// The system of the code; always give it with a code.
    ///
    /// 编码所属体系；填编码时必填。
    pub system: Option<DiagnosisSystem>,
    /// # Version of the system · 编码版本
    /// The version or edition of that system, such as 2.0.
    ///
    /// 该体系的版本，如 2.0。
    pub version: Option<VersionText<'a>>,
    /// # Code · 疾病编码
    /// The code with its point, without dagger or asterisk.
    ///
    /// 疾病编码，带小数点，不带剑号星号。
    pub code: Option<DiagnosisCodeText<'a>>,
    /// # Dagger or asterisk · 剑号星号
    /// The mark that stood behind the code, if there was one.
    ///
    /// 编码后的剑号或星号。
    pub mark: Option<ShortText<'a>>,
    /// # Disease group · 病种
    /// The group in the alliance's catalogue of diseases.
    ///
    /// 联盟病种目录中的病种。
    pub category: Option<OpenCode<'a, DiseaseCatalogue>>,
    /// # Tumour morphology · 肿瘤形态学编码
    /// The morphology code of a tumour, such as M9835/3.
    ///
    /// 肿瘤形态学编码，如 M9835/3。
    pub morphology: Option<DiagnosisCodeText<'a>>,
    /// # Stage or risk group · 分期或危险度
    /// The stage, risk group or type in the words of the papers.
    ///
    /// 材料上的分期、危险度或分型。
    pub severity: Option<ShortText<'a>>,
    /// # Diagnosed on · 确诊日期
    /// When the diagnosis was first made.
    ///
    /// 首次作出该诊断的日期。
    pub diagnosed_on: Option<DateText<'a>>,
    /// # Hospital · 诊断医院
    /// The hospital that made it, if not the one that treats.
    ///
    /// 作出诊断的医院（非治疗医院时）。
    pub hospital: Option<Hospital<'a>>,
    /// # Main diagnosis · 是否主要诊断
    /// Whether aid is asked for this illness first of all.
    ///
    /// 是否为申请救助的主要疾病。
    pub primary: Option<bool>,
    /// # Confirmed · 是否确诊
    /// Write false while it is only suspected.
    ///
    /// 仅为疑似时填否。
    pub confirmed: Option<bool>,
    /// # Relapse · 是否复发
    /// Whether the illness has come back after treatment.
    ///
    /// 是否治疗后复发。
    pub relapsed: Option<bool>,
    /// # From birth · 是否先天
    /// Whether the illness is congenital.
    ///
    /// 是否先天性疾病。
    pub congenital: Option<bool>,
    /// # Papers that show it · 证明材料
    /// The certificate and reports in this package.
    ///
    /// 本包中的诊断证明和检查报告。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub evidence_document_ids: List<IdText<'a>, 20>,
}
