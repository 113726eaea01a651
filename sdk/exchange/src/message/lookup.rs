//! `lookups/ask` and `intents/…`: whether a child was helped, and who is about to help.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use tongzhou::{
    code::lists::{AidStatus, ConsentPurpose, EntryClass, TokenKind, TokenSuite},
    model::primitive::{Count, List},
};

use super::{
    bounds, request,
    wire::{At, CalendarMonth, Hex32, Id, Organisation, TokenValue},
};

/// # Token of a child · 儿童令牌
/// A token with what it was made of and under which key.
///
/// 令牌及其证件种类和密钥周期。
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubjectToken {
    /// # Suite · 算法套件
    /// The suite of the token.
    ///
    /// 令牌的算法套件。
    pub suite: TokenSuite,
    /// # Epoch · 密钥周期
    /// The number of the key's epoch.
    ///
    /// 密钥周期的编号。
    pub epoch: Count<1_000_000>,
    /// # Kind · 令牌种类
    /// From what kind of identifier it was made.
    ///
    /// 令牌由哪种证件信息生成。
    pub kind: TokenKind,
    /// # Value · 令牌值
    /// Thirty-two bytes in hexadecimal.
    ///
    /// 32 字节，十六进制书写。
    pub value: TokenValue,
}

/// # Lookup · 查询
/// Whether a child was helped, asked with all tokens that can be made of it.
///
/// 以能够生成的全部令牌查询儿童是否已获救助。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LookUp {
    /// # Lookup id · 查询标识号
    /// Chosen by who asks; the log of accesses shows it once, however often it is sent.
    ///
    /// 由查询方确定，重复发送只记录一次。
    pub lookup_id: Id,
    /// # Purpose · 用途
    /// What the answer is used for; the consent has to name it.
    ///
    /// 查询的用途，须与授权同意书一致。
    pub purpose: ConsentPurpose,
    /// # Consent commitment · 授权同意书承诺值
    /// The consent under which it is asked.
    ///
    /// 查询所依据的授权同意书。
    pub consent: Hex32,
    /// # Tokens · 令牌
    /// The tokens of one child.
    ///
    /// 同一儿童的令牌。
    #[schemars(length(min = 1))]
    #[serde(deserialize_with = "bounds::some")]
    pub tokens: List<SubjectToken, 16>,
}
request!(LookUp, LookUp => Found);

/// # What was found · 查询结果
/// A question to people, never a verdict: several charities may lawfully share one bill.
///
/// 查询结果只提出问题，不作结论：多家机构可以依法共同资助。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Found {
    /// # Id · 标识号
    /// The id of the lookup or intent that is answered.
    ///
    /// 所答查询或意向的标识号。
    pub id: Id,
    /// # As of · 截至时刻
    /// When the registry read, by its own clock.
    ///
    /// 登记处读取的时刻，以登记处时钟为准。
    pub as_of: At,
    /// # Aid · 救助
    /// Aid that others registered, one for each record.
    ///
    /// 其他机构登记的救助，每条记录一项。
    pub aid: Vec<FoundAid>,
    /// # Intents · 救助意向
    /// Others that are about to help.
    ///
    /// 其他正准备救助的机构。
    pub intents: Vec<FoundIntent>,
}

/// # Aid found · 已有救助
/// Aid of some class in some month; which member, only where its consent allows.
///
/// 某月的某类救助；是哪家机构，仅在同意允许时告知。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FoundAid {
    /// # Coverage class · 覆盖范围类别
    /// What kind of need the aid covers.
    ///
    /// 救助覆盖哪类需求。
    pub coverage_class: EntryClass,
    /// # Month · 救助月份
    /// The month of the status in China.
    ///
    /// 救助状态发生的月份。
    pub month: CalendarMonth,
    /// # Status · 救助状态
    /// Whether it is promised, paid, delivered, returned or cancelled.
    ///
    /// 救助的状态。
    pub status: AidStatus,
    /// # Own · 本机构
    /// Whether it is the asking member's own.
    ///
    /// 是否为查询机构自己的登记。
    pub own: bool,
    /// # Member · 机构代码
    /// Which member gave it, where its consent allows.
    ///
    /// 给予救助的机构，仅在同意允许时写出。
    pub member: Option<Organisation>,
}

/// # Intent found · 已有意向
/// Another member that is about to help.
///
/// 另有机构正准备救助。
#[skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FoundIntent {
    /// # Coverage class · 覆盖范围类别
    /// What kind of need it is about.
    ///
    /// 意向覆盖哪类需求。
    pub coverage_class: EntryClass,
    /// # Month · 月份
    /// The month in which aid is intended.
    ///
    /// 拟救助的月份。
    pub month: CalendarMonth,
    /// # Own · 本机构
    /// Whether it is the asking member's own.
    ///
    /// 是否为查询机构自己的意向。
    pub own: bool,
    /// # Member · 机构代码
    /// Which member, where its consent allows.
    ///
    /// 哪家机构，仅在同意允许时写出。
    pub member: Option<Organisation>,
}

/// # Intent · 救助意向
/// That a member is about to help a child. It is written down first; then the registry reads what others wrote.
///
/// 成员准备救助某儿童。登记处先写入，再读取其他机构的登记。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnnounceIntent {
    /// # Intent id · 意向标识号
    /// Chosen by the member before the first try.
    ///
    /// 由成员在首次发送前确定。
    pub intent_id: Id,
    /// # Consent commitment · 授权同意书承诺值
    /// A consent of the purpose `duplicate-check`.
    ///
    /// 用途为查询是否已获救助的授权同意书。
    pub consent: Hex32,
    /// # Tokens · 令牌
    /// The tokens of the child.
    ///
    /// 儿童的令牌。
    #[schemars(length(min = 1))]
    #[serde(deserialize_with = "bounds::some")]
    pub tokens: List<SubjectToken, 16>,
    /// # Coverage class · 覆盖范围类别
    /// What kind of need it is about.
    ///
    /// 覆盖哪类需求。
    pub coverage_class: EntryClass,
    /// # Month · 月份
    /// The month in which aid is intended.
    ///
    /// 拟救助的月份。
    pub month: CalendarMonth,
}
request!(AnnounceIntent, AnnounceIntent => Found);

/// # End of an intent · 结束意向
/// The intent is over: aid was registered, or there will be none.
///
/// 意向结束：已登记救助，或不再救助。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloseIntent {
    /// # Intent id · 意向标识号
    /// The id of the intent.
    ///
    /// 意向的标识号。
    pub intent_id: Id,
    /// # Tokens · 令牌
    /// The tokens under which it was announced.
    ///
    /// 声明意向时的令牌。
    #[schemars(length(min = 1))]
    #[serde(deserialize_with = "bounds::some")]
    pub tokens: List<SubjectToken, 16>,
}
request!(CloseIntent, CloseIntent => IntentClosed);

/// # Intent closed · 意向已结束
/// The intent is no longer shown to anybody.
///
/// 意向不再向任何机构显示。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IntentClosed {
    /// # Intent id · 意向标识号
    /// The id of the intent.
    ///
    /// 意向的标识号。
    pub intent_id: Id,
}
