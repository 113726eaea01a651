//! The papers that a programme asks for.

use bon::Builder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::criterion::Test;
use crate::{
    code::lists::{DocumentForm, DocumentKind, PaperConcerns, ProcessState, SealKind},
    model::{
        primitive::{Count, List},
        texts::{ShortText, SlugText},
    },
};

/// # Required paper · 所需材料
/// A paper that the programme asks for; any of the kinds will do.
///
/// 项目要求的一份材料；列出几类的，有其一即可。
///
/// ```
/// use tongzhou::{code::lists::DocumentKind, json, model::programme::RequiredDocument};
///
/// let text = r#"{
///     "kinds": ["diagnosis-certificate"], "forms": ["original"], "seals": ["hospital", "medical-affairs"],
///     "refusedSeals": ["ward"], "issuedWithinDays": 90, "concerns": "child"
/// }"#;
/// let required: RequiredDocument = json::from_str(text)?;
/// assert!(required.kinds.contains(&DocumentKind::DiagnosisCertificate));
/// assert_eq!(required.issued_within_days.map(|days| days.get()), Some(90));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Builder)]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct RequiredDocument<'a> {
    /// # Kinds · 材料类别
    /// Kinds of paper; any of them will do.
    ///
    /// 材料类别，有其一即可。
    pub kinds: List<DocumentKind, 10>,
    /// # Forms · 材料形式
    /// Forms that are accepted; left out, any.
    ///
    /// 认可的形式，不写即不限。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub forms: List<DocumentForm, 7>,
    /// # Seals · 印章
    /// Seals of which one must be on it.
    ///
    /// 须盖有其中一种印章。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub seals: List<SealKind, 8>,
    /// # Seals that do not count · 无效的印章
    /// Seals that the programme does not accept.
    ///
    /// 项目不认可的印章。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    #[builder(default)]
    pub refused_seals: List<SealKind, 8>,
    /// # Whose · 谁的材料
    /// Whose paper it is.
    ///
    /// 是谁的材料。
    pub concerns: Option<PaperConcerns>,
    /// # Issued within days · 出具期限（天）
    /// How old it may be, in days.
    ///
    /// 材料出具至今不超过多少天。
    pub issued_within_days: Option<Count<36500>>,
    /// # Copies · 份数
    /// How many copies.
    ///
    /// 要几份。
    pub copies: Option<Count<20>>,
    /// # Only when · 何时需要
    /// It is asked for only where this holds; left out, always.
    ///
    /// 仅在满足该条件时需要；不写即总是需要。
    pub when: Option<Test<'a>>,
    /// # Due at · 何时提交
    /// The state of the case at which it is needed; left out, with the application.
    ///
    /// 办理到哪一步时提交；不写即随申请提交。
    pub due_at: Option<ProcessState>,
    /// # As published · 公布的原文
    /// How the programme words it.
    ///
    /// 项目的原文。
    pub words: Option<ShortText<'a>>,
    /// # Source · 出处
    /// Where the term was published, by the name given under the programme's sources.
    ///
    /// 该条件的出处，填本文件 sources 中的出处代号。
    pub source: Option<SlugText<'a>>,
}
