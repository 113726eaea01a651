//! `suspicions/…`: that a question was raised and how people answered it. What it rests on stays with the members.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use tongzhou::{
    code::lists::{SuspicionKind, SuspicionResolution, SuspicionStatus},
    model::primitive::List,
};

use super::{
    request,
    wire::{At, Hex32, Id, Organisation},
};

/// # Record of a suspicion · 疑点记录
/// A question, or the outcome of the meeting on it; every record of one suspicion is kept.
///
/// 一个疑点或其会商结果；同一疑点的各次记录都保留。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordSuspicion {
    /// # Record id · 记录标识号
    /// Chosen by the member before the first try.
    ///
    /// 由成员在首次发送前确定。
    pub record_id: Id,
    /// # Suspicion id · 疑点标识号
    /// The id in the document `suspicion`.
    ///
    /// 疑点单的标识号。
    pub suspicion_id: Id,
    /// # Kind · 类别
    /// What kind of question it is.
    ///
    /// 疑点类别。
    pub kind: SuspicionKind,
    /// # Status · 状态
    /// Where it stands.
    ///
    /// 疑点目前的状态。
    pub status: SuspicionStatus,
    /// # Resolutions · 会商结论
    /// What the meeting decided, once it has.
    ///
    /// 会商作出的结论。
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub resolutions: List<SuspicionResolution, 10>,
    /// # Organisations concerned · 涉及机构
    /// Who is told, and may read it.
    ///
    /// 予以通知并可查看的机构。
    pub concerned: List<Organisation, 50>,
    /// # Digest of the document · 疑点单摘要
    /// SHA-256 over a salt of 32 bytes and the document, so that nobody can change it later.
    ///
    /// 以 32 字节的盐和疑点单计算的 SHA-256，使其后不可更改。
    pub commitment: Hex32,
}
request!(RecordSuspicion, RecordSuspicion => SuspicionHistory);

/// # Question about a suspicion · 查看疑点
/// For who recorded it and for those concerned.
///
/// 供记录机构和涉及机构查看。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadSuspicion {
    /// # Suspicion id · 疑点标识号
    /// The id of the suspicion.
    ///
    /// 疑点的标识号。
    pub suspicion_id: Id,
}
request!(ReadSuspicion, ReadSuspicion => SuspicionHistory);

/// # History of a suspicion · 疑点历程
/// Every record of it, the oldest first.
///
/// 该疑点的各次记录，由早到晚。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuspicionHistory {
    /// # Suspicion id · 疑点标识号
    /// The id of the suspicion.
    ///
    /// 疑点的标识号。
    pub suspicion_id: Id,
    /// # Records · 记录
    /// Every record of it.
    ///
    /// 各次记录。
    pub records: Vec<SuspicionRecord>,
}

/// # One record · 一次记录
/// Where the suspicion stood.
///
/// 疑点当时的状态。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuspicionRecord {
    /// # Record id · 记录标识号
    /// The id of the record.
    ///
    /// 记录的标识号。
    pub record_id: Id,
    /// # Member · 记录机构
    /// Who recorded it.
    ///
    /// 由谁记录。
    pub member: Organisation,
    /// # Recorded at · 记录时刻
    /// When, by the clock of the registry's database.
    ///
    /// 记录时刻，以登记处数据库时钟为准。
    pub recorded_at: At,
    /// # Kind · 类别
    /// What kind of question it is.
    ///
    /// 疑点类别。
    pub kind: SuspicionKind,
    /// # Status · 状态
    /// Where it stood.
    ///
    /// 当时的状态。
    pub status: SuspicionStatus,
    /// # Resolutions · 会商结论
    /// What the meeting decided.
    ///
    /// 会商作出的结论。
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resolutions: Vec<SuspicionResolution>,
    /// # Digest of the document · 疑点单摘要
    /// The commitment to the document.
    ///
    /// 对疑点单的承诺值。
    pub commitment: Hex32,
}
